package noroshi.persons;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import noroshi.people.Directory;
import noroshi.platform.Announcement;
import noroshi.platform.Time;
import noroshi.site.PageSource;
import noroshi.site.SourcePage;
import org.springframework.stereotype.Component;

/** Approved name lists as pages: name, town, age, sex, and nothing more. Whoever is protected later is gone with the next page. */
@Component
class NameListPages implements PageSource {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("y年M月d日 H時mm分", Locale.JAPAN).withZone(Time.JAPAN);

    private final NameListStore store;
    private final Directory directory;

    NameListPages(NameListStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    @Override
    public Set<String> topics() {
        return Set.of(NameLists.CHANGED, PersonDesk.CHANGED);
    }

    @Override
    public List<SourcePage> touched(Announcement announcement) {
        return touched(List.of(announcement));
    }

    @Override
    public List<SourcePage> touched(List<Announcement> announcements) {
        Map<String, Set<Long>> lists = new TreeMap<>();
        Map<String, Set<Long>> persons = new TreeMap<>();
        for (var one : announcements) {
            boolean list = one.event().topic().equals(NameLists.CHANGED);
            (list ? lists : persons)
                    .computeIfAbsent(one.government(), code -> new TreeSet<>())
                    .addAll(list ? List.of(Long.valueOf(one.fact("list"))) : PersonDesk.announced(one));
        }
        // A list is read and written once, however many of its persons changed.
        persons.forEach((government, ids) ->
                lists.computeIfAbsent(government, code -> new TreeSet<>()).addAll(store.naming(government, ids)));
        return lists.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().flatMap(id -> store.find(entry.getKey(), id).stream()))
                .map(this::page)
                .toList();
    }

    @Override
    public List<SourcePage> all(String government) {
        return store.list(government).stream()
                .filter(list -> list.state() == NameList.State.PUBLIC)
                .map(this::page)
                .toList();
    }

    private SourcePage page(NameList list) {
        boolean removed = list.state() != NameList.State.PUBLIC;
        var bodies = removed ? List.<SourcePage.Body>of() : List.of(new SourcePage.Body(Instant.EPOCH, body(list)));
        return new SourcePage(list.government(), list.path(), list.title(), bodies, removed);
    }

    private String body(NameList list) {
        // Whoever has refused since the approval is gone at once, as whoever is protected.
        var persons = list.persons().stream()
                .filter(person -> list.kind().allows(person.consent()))
                .toList();
        var out = new StringBuilder();
        out.append("**%d人**（%s 現在）。情報源：%s。%s\n\n"
                .formatted(
                        persons.size(),
                        MOMENT.format(list.approvedAt() == null ? list.draftedAt() : list.approvedAt()),
                        text(directory.getGovernment(list.government()).name()),
                        list.nextUpdate() == null
                                ? "次の更新は、内容が変わったときに行います。"
                                : "次回更新予定：" + MOMENT.format(list.nextUpdate()) + "。"));
        out.append("お心当たりのある方は、市区町村の窓口か[安否を知らせる](/safety/note)からお知らせください。載せてほしくない方は、窓口へお申し出ください。すぐに外します。\n\n");
        out.append("| 氏名 | よみ | 年齢 | 性別 | 住所 |\n|---|---|---|---|---|\n");
        for (var person : persons) {
            var facts = person.facts();
            out.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            text(facts.written()),
                            text(facts.kana()),
                            facts.age().isEmpty() ? "—" : text(facts.age()) + "歳",
                            facts.sex().japanese().isEmpty() ? "—" : facts.sex().japanese(),
                            text(facts.home())));
        }
        return out.toString();
    }

    /** Markdown that shows these very characters. */
    private static String text(String written) {
        return written.replaceAll("([\\\\`*_{}\\[\\]<>()#+\\-.!|~&:=\"'/@^])", "\\\\$1");
    }
}
