package noroshi.emergency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import noroshi.emergency.HeadquartersText.Cause;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.platform.Announcement;
import noroshi.platform.Settings;
import noroshi.site.PageSource;
import noroshi.site.SourceFile;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;
import org.springframework.stereotype.Component;

/** The page of a government's headquarters, present and past, with its data and feed; a prefecture's tells of its municipalities' as well. */
@Component
class HeadquartersPages implements PageSource {

    static final String PATH = "/headquarters/";
    static final String TITLE = "災害対策本部";

    static final int PREFECTURE_LISTED_MAX = 500;

    private final HeadquartersStore store;
    private final EmergencyStore emergencies;
    private final Directory directory;
    private final Settings settings;

    HeadquartersPages(HeadquartersStore store, EmergencyStore emergencies, Directory directory, Settings settings) {
        this.store = store;
        this.emergencies = emergencies;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public Set<String> topics() {
        return Set.of(LeadHeadquarters.CHANGED);
    }

    @Override
    public List<SourceSheet> sheets(List<Announcement> announcements) {
        return governments(announcements).stream().map(this::sheet).toList();
    }

    @Override
    public List<SourceSheet> sheets(String government) {
        return List.of(sheet(government));
    }

    @Override
    public List<SourceFile> files(List<Announcement> announcements) {
        return governments(announcements).stream()
                .flatMap(code -> files(code).stream())
                .toList();
    }

    /** An act touches its government's page and its prefecture's. */
    private Collection<String> governments(List<Announcement> announcements) {
        var touched = new TreeSet<String>();
        for (var one : announcements) {
            touched.add(one.government());
            touched.add(directory.prefectureOf(one.government()));
        }
        return touched;
    }

    private SourceSheet sheet(String code) {
        var government = directory.getGovernment(code);
        var own = store.newest(code, LeadHeadquarters.LISTED_MAX);
        var standing = own.stream().filter(Headquarters::stands).toList();
        var sections = new ArrayList<Section>();
        if (standing.isEmpty()) sections.add(Section.Words.always(HeadquartersText.none()));
        var causes = causes(standing);
        for (var one : standing)
            sections.add(Section.Words.always(HeadquartersText.standing(government.name(), one, causes)));
        if (government.isPrefecture()) sections.add(Section.Words.always(municipalities(code)));
        var past = own.stream().filter(one -> !one.stands()).toList();
        sections.add(Section.Words.always(HeadquartersText.past(past)));
        sections.add(Section.Words.always(
                "[CSV](%1$sheadquarters.csv)　[JSON](%1$sheadquarters.json)　[更新情報（Atom）](%1$sfeed.xml)\n"
                        .formatted(PATH)));
        return SourceSheet.of(code, PATH, TITLE, sections);
    }

    private String municipalities(String prefecture) {
        var names = new LinkedHashMap<String, String>();
        for (var one : directory.listGovernments()) names.put(one.code(), one.name());
        var standing = store.inPrefecture(prefecture, PREFECTURE_LISTED_MAX).stream()
                .filter(one -> one.stands() && !one.government().equals(prefecture))
                .toList();
        return HeadquartersText.municipalities(standing, names);
    }

    private Map<String, Cause> causes(List<Headquarters> standing) {
        var causes = new HashMap<String, Cause>();
        for (var one : standing) {
            var event = one.newest().event();
            if (event.isEmpty()) continue;
            var changes = emergencies.changes(one.government(), event);
            if (!changes.isEmpty()) causes.put(event, cause(changes.getLast().emergency()));
        }
        return causes;
    }

    private static Cause cause(Emergency emergency) {
        var article = emergency.article();
        return new Cause(
                emergency.title(),
                article == null ? "" : "/%s/%s/%d".formatted(emergency.source(), EventArticle.SERIES, article));
    }

    @Override
    public List<SourceFile> files(String code) {
        var government = directory.getGovernment(code);
        var names = new LinkedHashMap<String, String>();
        for (Government one : directory.listGovernments()) names.put(one.code(), one.name());
        var told = government.isPrefecture()
                ? store.inPrefecture(code, PREFECTURE_LISTED_MAX)
                : store.newest(code, LeadHeadquarters.LISTED_MAX);
        var site = settings.publicUrl().toString().replaceFirst("/$", "") + "/" + code;
        return HeadquartersFiles.of(code, government.name(), site, told, names);
    }
}
