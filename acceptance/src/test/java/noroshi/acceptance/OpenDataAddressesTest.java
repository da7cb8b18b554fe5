package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the catalogues of open data say, asked of the beacon. */
@ExtendWith(WithDemonstration.class)
class OpenDataAddressesTest {

    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final Pattern SITE = Pattern.compile("href=\"[^\"]*?/(\\d{6})/\"");

    @Test
    void everyDistributionOfEveryCatalogueAnswersWithItsMediaType(Demonstration demonstration) throws IOException {
        var problems = new ArrayList<String>();
        int asked = 0;
        try (var http = new Http()) {
            var governments = governments(http, demonstration);
            assertThat(governments).hasSize(36);
            for (var government : governments) {
                var address = "%s/%s/opendata/catalog.jsonld".formatted(demonstration.publicUrl(), government);
                var catalogue = http.get(address);
                assertThat(catalogue.header("content-type")).startsWith("application/ld+json");
                for (var set : JsonParser.parseString(catalogue.text())
                        .getAsJsonObject()
                        .getAsJsonArray("dcat:dataset"))
                    for (var file : set.getAsJsonObject().getAsJsonArray("dcat:distribution")) {
                        asked++;
                        check(http, file, problems);
                    }
            }
        }
        System.out.println("open data: " + asked + " distributions asked for");
        assertThat(problems).isEmpty();
    }

    private static void check(Http http, JsonElement file, ArrayList<String> problems) throws IOException {
        var address = id(file, "dcat:downloadURL");
        var type = id(file, "dcat:mediaType").replace(MEDIA_TYPES, "");
        var answer = http.get(address);
        var given = answer.header("content-type").replaceAll("\\s*;.*", "");
        if (answer.status() != 200 || !given.equals(type))
            problems.add("%s: %d %s, not %s".formatted(address, answer.status(), given, type));
    }

    private static String id(JsonElement file, String name) {
        return file.getAsJsonObject().getAsJsonObject(name).get("@id").getAsString();
    }

    private static Set<String> governments(Http http, Demonstration demonstration) throws IOException {
        var governments = new LinkedHashSet<String>();
        governments.add("040002");
        var sites = SITE.matcher(
                http.get(demonstration.publicUrl() + "/040002/governments/").text());
        while (sites.find()) governments.add(sites.group(1));
        return governments;
    }
}
