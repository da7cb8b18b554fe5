package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.platform.RunningOffice;
import noroshi.platform.Tenancy;
import noroshi.standards.opendata.Json;
import org.junit.jupiter.api.Test;

/** The one catalogue beside the files that registers make. */
class OpenDataTest {

    private static final String MIYAGI = "040002";

    /** One shelter alone, for its staff's telephones, and each state of an emergency as CAP, which the listed feed links to. */
    private static final String PARTS = "/shelters/\\d+\\.json|/cap/\\d+\\.xml";

    private final RunningOffice office = RunningOffice.instance();
    private final Tenancy tenancy = office.bean(Tenancy.class);
    private final OpenDataPages pages = office.bean(OpenDataPages.class);

    private List<Government> governments() {
        return tenancy.in(MIYAGI, () -> office.bean(Directory.class).listGovernments());
    }

    /** Path to media type of every file of every register that is data. */
    private Map<String, String> files(String government) {
        var files = new TreeMap<String, String>();
        for (var source : office.beans(PageSource.class))
            for (var file : source.files(government))
                if (!file.removed()
                        && !file.type().startsWith("text/javascript")
                        && !file.path().matches(PARTS))
                    files.put(file.path(), file.type().replaceAll(";.*", ""));
        files.remove(OpenDataCatalogue.PATH);
        return files;
    }

    @Test
    void everyFileOfEveryRegisterIsInTheCatalogueWithItsTypeAndNothingElseIs() {
        var wrong = new ArrayList<String>();
        int listed = 0;
        for (var government : governments()) {
            var catalogue = new TreeMap<String, String>();
            var made = new TreeMap<String, String>();
            tenancy.runEverywhere(() -> {
                for (var set : pages.dataSets(government.code()))
                    for (var file : set.files()) catalogue.put(file.path(), file.type());
                made.putAll(files(government.code()));
            });
            listed += catalogue.size();
            catalogue.keySet().removeAll(List.of("/feed.xml", "/calendar.ics")); // the site's own
            if (!catalogue.equals(made)) {
                var onlyMade = new TreeMap<>(made);
                onlyMade.entrySet().removeAll(catalogue.entrySet());
                catalogue.entrySet().removeAll(made.entrySet());
                wrong.add(
                        "%s: only in the catalogue %s, only made %s".formatted(government.name(), catalogue, onlyMade));
            }
        }
        assertThat(wrong).isEmpty();
        System.out.println(
                "open data: " + listed + " distributions of " + governments().size() + " governments");
        assertThat(listed).isGreaterThan(36 * 10);
    }

    @Test
    void theCatalogueIsDcatThatNamesLicenceRowsAndAddresses() {
        var text =
                tenancy.everywhere(() -> pages.files(MIYAGI)).getFirst().texts().getFirst();

        var catalogue = (Map<?, ?>) java.util.Objects.requireNonNull(Json.read(text));
        assertThat(catalogue.get("@type")).isEqualTo("dcat:Catalog");
        var sets = (List<?>) java.util.Objects.requireNonNull(catalogue.get("dcat:dataset"));
        assertThat(sets).hasSizeGreaterThanOrEqualTo(5);
        for (var one : sets) {
            var set = (Map<?, ?>) java.util.Objects.requireNonNull(one);
            assertThat(set.get("dct:license")).isEqualTo(Map.of("@id", OpenDataCatalogue.LICENCE));
            for (var file : (List<?>) java.util.Objects.requireNonNull(set.get("dcat:distribution"))) {
                var address = (Map<?, ?>) java.util.Objects.requireNonNull(((Map<?, ?>) file).get("dcat:downloadURL"));
                assertThat(URI.create(String.valueOf(address.get("@id"))).isAbsolute())
                        .isTrue();
            }
        }
    }

    @Test
    void peopleReadTheSameListOnPagesWithinTheBudget() {
        var sheets = tenancy.everywhere(() -> pages.sheets(MIYAGI)).stream()
                .filter(sheet -> !sheet.removed())
                .toList();
        var text = sheets.toString();

        assertThat(text).contains("避難所・避難場所と開設状況", "/shelters/shelters.csv", "被害・復旧", "CC BY 4.0", "目録");
        assertThat(sheets.getFirst().path()).isEqualTo("/opendata/");
    }
}
