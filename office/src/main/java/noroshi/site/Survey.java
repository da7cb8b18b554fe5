package noroshi.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import noroshi.people.Area;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.platform.Settings;
import noroshi.publishing.SeriesShelf;
import noroshi.site.page.DepartmentFacts;
import noroshi.site.page.DirectoryPages.Neighbour;
import noroshi.site.page.Place;
import noroshi.site.page.SeriesFacts;
import noroshi.site.page.SiteFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a site consists of, apart from its articles: small tables that do not grow with what is published. */
@Repository
class Survey {

    private final Directory directory;
    private final SeriesShelf shelf;
    private final JdbcClient sql;
    private final LookStore looks;
    private final URI publicUrl;

    Survey(Directory directory, SeriesShelf shelf, JdbcClient sql, LookStore looks, Settings settings) {
        this.looks = looks;
        this.directory = directory;
        this.shelf = shelf;
        this.sql = sql;
        this.publicUrl = URI.create(settings.publicUrl().toString().replaceAll("/+$", ""));
    }

    SiteFacts site(String code) {
        var government = directory.getGovernment(code);
        var look = looks.released(code);
        return new SiteFacts(
                code,
                look.name().isEmpty() ? government.name() : look.name(),
                government.kana(),
                romaji(code),
                government.isPrefecture(),
                government.color(),
                government.phone(),
                government.email(),
                government.address(),
                shelf.list(code).stream()
                        .map(s -> new SeriesFacts(
                                s.code(),
                                s.name(),
                                s.description(),
                                s.layout(),
                                s.department() == null ? "" : s.department()))
                        .toList(),
                areas(government),
                directory.listTopics().stream()
                        .map(t -> new Place(t.code(), t.name(), null, "topic"))
                        .toList(),
                publicUrl,
                look,
                hosts().getOrDefault(code, List.of()).stream().findFirst().orElse(""));
    }

    String governmentName(String code) {
        return directory.getGovernment(code).name();
    }

    /** The prefecture has a page for every area; a municipality for itself and its wards. */
    private List<Place> areas(Government government) {
        Stream<Area> areas = directory.listAreas().stream();
        if (!government.isPrefecture())
            areas = areas.filter(
                    a -> a.code().equals(government.code()) || government.code().equals(a.parent()));
        return areas.map(a -> new Place(a.code(), a.name(), a.parent(), a.kind()))
                .toList();
    }

    private String romaji(String code) {
        return sql.sql("select romaji from government where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    List<DepartmentFacts> departments(String code) {
        return directory.listDepartments(code).stream()
                .map(d -> new DepartmentFacts(
                        d.code(), d.name(), d.parent(), d.phone(), d.email(), d.address(), d.fax(), d.hours(), d.map()))
                .toList();
    }

    List<Neighbour> governments() {
        return directory.listGovernments().stream()
                .map(g -> new Neighbour(g.code(), g.name(), g.kana(), g.isPrefecture()))
                .toList();
    }

    /** Every list that the site has pages for, used or not. */
    List<String> lists(String code) {
        var site = site(code);
        var names = new ArrayList<>(List.of("site"));
        site.series().forEach(s -> names.add("series:" + s.code()));
        site.areas().forEach(a -> names.add("area:" + a.code()));
        site.topics().forEach(t -> names.add("topic:" + t.code()));
        departments(code).forEach(d -> names.add("department:" + d.code()));
        return names;
    }

    /** Host names by government: an own domain shows its site without the code. */
    java.util.Map<String, List<String>> hosts() {
        var hosts = new java.util.TreeMap<String, List<String>>();
        sql.sql("select code, host from government").query(row -> {
            var host = row.getString("host");
            hosts.put(row.getString("code"), host == null ? List.of() : List.of(host));
        });
        return hosts;
    }

    /** Codes of every government's series: what a subscription may name. */
    java.util.Set<String> seriesCodes() {
        return java.util.Set.copyOf(
                sql.sql("select distinct code from series").query(String.class).list());
    }

    java.util.Set<String> areaCodes() {
        return java.util.Set.copyOf(
                new ArrayList<>(directory.listAreas().stream().map(Area::code).toList()));
    }
}
