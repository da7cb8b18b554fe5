package noroshi.site;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import noroshi.people.Directory;
import noroshi.platform.Announcement;
import noroshi.platform.Settings;
import noroshi.platform.Time;
import noroshi.site.SourceSheet.Section;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The government's one catalogue of open data over all registers: for programs (DCAT) and for people. */
@Component
class OpenDataPages implements PageSource {

    /** So that a text page keeps its budget. */
    private static final int PAGE_SETS = 8;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("y年M月d日 H時mm分", Locale.JAPAN).withZone(Time.JAPAN);

    private final ObjectProvider<DataSource> sources;
    private final Directory directory;
    private final Settings settings;

    OpenDataPages(ObjectProvider<DataSource> sources, Directory directory, Settings settings) {
        this.sources = sources;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public Set<String> topics() {
        var topics = new TreeSet<String>();
        sources.orderedStream().forEach(source -> topics.addAll(source.topics()));
        return topics;
    }

    private Set<String> governments(List<Announcement> announcements) {
        var governments = new LinkedHashSet<String>();
        sources.orderedStream().forEach(source -> announcements.stream()
                .filter(one -> source.topics().contains(one.event().topic()))
                .forEach(one -> governments.addAll(source.governments(one))));
        return governments;
    }

    /** The articles' feeds first, then each register's, in the registers' order. */
    List<DataSet> dataSets(String government) {
        var sets = new ArrayList<DataSet>();
        sets.add(articles());
        sources.orderedStream().forEach(source -> sets.addAll(source.dataSets(government)));
        return sets;
    }

    private static DataSet articles() {
        return new DataSet(
                "articles",
                "お知らせの更新情報",
                "公開したお知らせの新しいものと、日時のある行事です。",
                List.of("お知らせ", "行事"),
                "/",
                -1,
                null,
                List.of(
                        DataSet.File.atom("/feed.xml", "更新情報"),
                        new DataSet.File(
                                "/calendar.ics",
                                "iCalendar",
                                "行事カレンダー",
                                "text/calendar",
                                "https://www.rfc-editor.org/rfc/rfc5545")));
    }

    @Override
    public List<SourceSheet> sheets(List<Announcement> announcements) {
        return governments(announcements).stream()
                .flatMap(government -> sheets(government).stream())
                .toList();
    }

    @Override
    public List<SourceSheet> sheets(String government) {
        var sets = dataSets(government);
        int pages = (sets.size() + PAGE_SETS - 1) / PAGE_SETS;
        var sheets = new ArrayList<SourceSheet>();
        for (int page = 1; page <= pages; page++) sheets.add(page(government, sets, page, pages));
        // A list that went may have taken the last page with it.
        sheets.add(SourceSheet.removed(government, path(pages + 1)));
        return sheets;
    }

    private static String path(int page) {
        return page == 1 ? "/opendata/" : "/opendata/" + page;
    }

    private static SourceSheet page(String government, List<DataSet> sets, int page, int pages) {
        var sections = new ArrayList<Section>();
        if (page == 1) sections.add(Section.Words.always("""
                このサイトのデータを、どなたでも、営利・非営利を問わず使えます。出典として団体名と「クリエイティブ・コモンズ 表示 4.0 国際」（CC BY 4.0）を示してください。\
                内容が変わると、数秒で更新します。安否の名簿は個人の情報なので、データとしては公開しません。

                すべてのデータの目録：[DCAT（JSON-LD）](%s)

                """.formatted(OpenDataCatalogue.PATH)));
        // One part: compressed together they take half of what they take each for itself.
        sections.add(Section.Words.always(
                sets.subList((page - 1) * PAGE_SETS, Math.min(sets.size(), page * PAGE_SETS)).stream()
                        .map(OpenDataPages::entry)
                        .collect(Collectors.joining())));
        var links = new StringBuilder();
        if (page > 1) links.append("[前のデータ](%s)　".formatted(path(page - 1)));
        if (page < pages) links.append("[次のデータ](%s)".formatted(path(page + 1)));
        sections.add(Section.Words.always(links.append('\n').toString()));
        var title = page == 1 ? "オープンデータ" : "オープンデータ（%dページ目）".formatted(page);
        return SourceSheet.of(government, path(page), title, sections);
    }

    private static String entry(DataSet set) {
        var text = new StringBuilder(
                "## [%s](%s)\n\n%s\n\n".formatted(Typed.markdown(set.title()), set.page(), set.description()));
        for (var file : set.files())
            text.append("* [%s](%s)　%s\n".formatted(file.format(), file.path(), Typed.markdown(file.title())));
        var facts = new ArrayList<String>();
        if (set.rows() >= 0) facts.add("%,d件".formatted(set.rows()));
        var changed = set.changedAt();
        if (changed != null) facts.add("最後の変更：" + MOMENT.format(changed));
        facts.add("利用条件：CC BY 4.0");
        return text.append('\n').append(String.join("　", facts)).append("\n\n").toString();
    }

    @Override
    public List<SourceFile> files(List<Announcement> announcements) {
        return governments(announcements).stream()
                .flatMap(government -> files(government).stream())
                .toList();
    }

    @Override
    public List<SourceFile> files(String government) {
        var base = settings.publicUrl().toString().replaceAll("/+$", "") + "/" + government;
        var catalogue = new OpenDataCatalogue(directory.getGovernment(government), base);
        return List.of(SourceFile.of(
                government,
                OpenDataCatalogue.PATH,
                "application/ld+json",
                List.of(catalogue.of(dataSets(government)))));
    }
}
