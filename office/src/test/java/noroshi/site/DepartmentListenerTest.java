package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import noroshi.people.Contact;
import noroshi.people.Departments;
import noroshi.platform.Event;
import noroshi.publishing.Content;
import noroshi.publishing.DepartmentArticles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers see when departments change: contact, lists, and old addresses that lead to the new ones. */
class DepartmentListenerTest extends SiteTest {

    private final Departments departments = new Departments(sql);
    private final DepartmentArticles papers = new DepartmentArticles(sql);

    @BeforeEach
    void listen() {
        listeners.add(new DepartmentListener(tenancy, readers, papers, snapshots, clock));
        tenancy.runEverywhere(() -> departments.found(
                MIYAGI, "jouhou", "情報課", new Contact("022-111", "", "", "022-112", "平日9時から", "https://map.example/1")));
    }

    private Content of(String department, String title) {
        return content(title).withDepartment(department);
    }

    private void announce(String topic, Map<String, String> facts) {
        tenancy.run(MIYAGI, () -> outbox.announce(MIYAGI, new Event(topic, MIYAGI, facts)));
        deliverAnnouncements();
    }

    @Test
    void aDepartmentsPageTellsHowToReachItAndWhatItDoes() {
        tenancy.runEverywhere(() -> {
            departments.found(MIYAGI, "kakari", "情報係", Contact.NONE);
            departments.change(MIYAGI, "kakari", "情報係", "jouhou", Contact.NONE);
            papers.moveSeries(MIYAGI, List.of("memo"), "kouhou", "jouhou");
        });
        buildEverything();

        assertThat(get("/departments/jouhou/"))
                .contains("022-111", "022-112", "平日9時から", "https://map.example/1", "情報係", "承認のいらない媒体");
        assertThat(get("/l/departments/jouhou/")).contains("022-111", "情報係");
        assertThat(get("/departments/kakari/")).contains("上位の組織", "情報課");
    }

    @Test
    void anArticleThatAnotherDepartmentAnswersForShowsThatContact() {
        var article = published("news", of("kouhou", "題"));
        buildEverything();
        assertThat(get(article.path())).contains("/departments/kouhou/");

        tenancy.run(MIYAGI, () -> {
            papers.move(MIYAGI, List.of(article.id()), "kouhou", "jouhou");
            papers.order(MIYAGI, List.of("kouhou", "jouhou"));
        });
        announce("department.changed", Map.of("departments", "jouhou,kouhou", "gone", ""));
        announce("articles.reassigned", Map.of("articles", String.valueOf(article.id())));

        assertThat(get(article.path())).contains("情報課", "022-111").doesNotContain("/departments/kouhou/");
        assertThat(get("/departments/jouhou/")).contains(article.path());
        assertThat(get("/departments/kouhou/")).doesNotContain(article.path());
        assertThat(get("/departments/kouhou/p/1")).startsWith("404");
    }

    @Test
    void theAddressesOfADepartmentThatEndedLeadToItsSuccessorAlsoAfterARebuild() {
        buildEverything();
        tenancy.runEverywhere(() -> {
            departments.end(MIYAGI, "kouhou", "jouhou", clock.instant());
            papers.lead(
                    MIYAGI,
                    Map.of("/departments/kouhou/", "/departments/jouhou/", "/inquiry/kouhou", "/inquiry/jouhou"),
                    clock.instant());
        });

        announce("department.changed", Map.of("departments", "jouhou", "gone", "kouhou"));
        led();
        buildEverything();
        led();
    }

    private void led() {
        assertThat(get("/departments/kouhou/")).isEqualTo("301 /040002/departments/jouhou/");
        assertThat(get("/l/departments/kouhou/")).isEqualTo("301 /040002/l/departments/jouhou/");
        assertThat(get("/t/inquiry/kouhou")).isEqualTo("301 /040002/t/inquiry/jouhou");
        assertThat(get("/departments/")).doesNotContain("広報課").contains("情報課");
    }

    @Test
    void anotherTelephoneNumberReachesEveryArticleOfTheDepartment() {
        var article = published("news", of("jouhou", "題"));
        buildEverything();

        tenancy.runEverywhere(
                () -> departments.change(MIYAGI, "jouhou", "情報課", null, new Contact("022-999", "", "", "", "", "")));
        announce("department.readdressed", Map.of("department", "jouhou"));

        assertThat(get(article.path())).contains("022-999").doesNotContain("022-111");
    }
}
