package noroshi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The contract: what is served is described, and what is described is served. */
class OpenApiTest extends ApiTest {

    private final JsonNode document =
            callAs("", "GET", "/api/v1/openapi.json", "").json();

    @Test
    void everyAddressServedIsDescribedAndTheOtherWayRound() {
        assertThat(described()).isEqualTo(served());
    }

    @Test
    void everyNamedSchemaAndAnswerExists() {
        for (var ref : document.findValuesAsString("$ref"))
            assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
    }

    @Test
    void everyCallIsNamedOnceAndTellsWhoMayMakeIt() {
        var names = document.get("paths").findValuesAsString("operationId");

        assertThat(new HashSet<>(names)).hasSameSizeAs(names).hasSameSizeAs(described());
        assertThat(document.get("paths").findValues("security")).hasSameSizeAs(names);
    }

    @Test
    void whatAnArticleAnswersIsDescribed() {
        var properties = document.at("/components/schemas/Article/properties");
        var article = get("/api/v1/articles?limit=1").json().get("articles").get(0);

        assertThat(article.propertyNames()).isNotEmpty().allMatch(properties::has);
    }

    private Set<String> described() {
        var described = new TreeSet<String>();
        var paths = document.get("paths");
        for (var path : paths.propertyNames())
            for (var method : paths.get(path).propertyNames())
                described.add(method.toUpperCase(Locale.ROOT) + " " + path);
        return described;
    }

    private Set<String> served() {
        var served = new TreeSet<String>();
        office.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    for (var path : mapping.getPatternValues())
                        if (path.startsWith("/api/"))
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> served.add(method + " " + path));
                });
        return served;
    }
}
