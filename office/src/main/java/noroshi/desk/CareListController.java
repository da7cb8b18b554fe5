package noroshi.desk;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import noroshi.care.CareLists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 点検: dead links, pages that nobody reads, that say the same, that no way leads to; each as a screen and as a table to take along. */
@Controller
class CareListController {

    private final CareScreens screens;

    CareListController(CareScreens screens) {
        this.screens = screens;
    }

    @GetMapping("/care/links")
    View links(Frame frame, Acting acting, @RequestParam(defaultValue = "") String department) {
        var sieve = screens.sieve(acting.code(), department);
        return screen("carelinks", frame, acting, sieve)
                .with("links", screens.links(acting.code(), sieve, CareLists.ROWS_MAX));
    }

    @GetMapping("/care/links.csv")
    View linksTable(Acting acting, @RequestParam(defaultValue = "") String department) {
        var sieve = screens.sieve(acting.code(), department);
        return table("links", acting, sieve, "行き先,状態,理由,いつから,新しいアドレス,リンクの文字,行", row -> screens.links(
                        acting.code(), sieve, CareLists.CSV_ROWS_MAX)
                .forEach(link -> row.accept(
                        link.page(),
                        List.of(
                                link.address(),
                                CareWords.state(link.state()),
                                link.problem(),
                                Moments.day(link.since()),
                                link.movedTo(),
                                link.words(),
                                String.valueOf(link.line())))));
    }

    @GetMapping("/care/unread")
    View unread(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "12") int months) {
        var sieve = screens.sieve(acting.code(), department);
        int asked = months(months);
        var since = screens.countedSince(acting.code());
        boolean known = since.isPresent() && !since.get().isAfter(screens.monthsAgo(asked));
        return screen("careunread", frame, acting, sieve)
                .with("months", asked)
                .with("since", since.map(Moments::day).orElse(""))
                .with("known", known)
                .with("pages", screens.unread(acting.code(), sieve, asked, CareLists.ROWS_MAX));
    }

    @GetMapping("/care/unread.csv")
    View unreadTable(
            Acting acting,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "12") int months) {
        var sieve = screens.sieve(acting.code(), department);
        return table("unread", acting, sieve, "閲覧数", row -> screens.unread(
                        acting.code(), sieve, months(months), CareLists.CSV_ROWS_MAX)
                .forEach(unread -> row.accept(unread.page(), List.of(String.valueOf(unread.views())))));
    }

    @GetMapping("/care/twins")
    View twins(Frame frame, Acting acting, @RequestParam(defaultValue = "") String department) {
        var sieve = screens.sieve(acting.code(), department);
        return screen("caretwins", frame, acting, sieve)
                .with("twins", screens.twins(acting.code(), sieve, CareLists.ROWS_MAX));
    }

    @GetMapping("/care/twins.csv")
    View twinsTable(Acting acting, @RequestParam(defaultValue = "") String department) {
        var sieve = screens.sieve(acting.code(), department);
        return table("duplicates", acting, sieve, "似ているページの番号,似ているページの題名,本文の近さ（%）,題名", row -> screens.twins(
                        acting.code(), sieve, CareLists.CSV_ROWS_MAX)
                .forEach(twin -> row.accept(
                        twin.page(),
                        List.of(
                                String.valueOf(twin.other().article()),
                                twin.other().title(),
                                String.valueOf(twin.likeness()),
                                twin.sameTitle() ? "同じ" : ""))));
    }

    @GetMapping("/care/orphans")
    View orphans(Frame frame, Acting acting, @RequestParam(defaultValue = "") String department) {
        var sieve = screens.sieve(acting.code(), department);
        return screen("careorphans", frame, acting, sieve)
                .with("pages", screens.orphans(acting.code(), sieve, CareLists.ROWS_MAX));
    }

    @GetMapping("/care/orphans.csv")
    View orphansTable(Acting acting, @RequestParam(defaultValue = "") String department) {
        var sieve = screens.sieve(acting.code(), department);
        return table("orphans", acting, sieve, "", row -> screens.orphans(acting.code(), sieve, CareLists.CSV_ROWS_MAX)
                .forEach(page -> row.accept(page, List.of())));
    }

    @GetMapping("/care/requests")
    View requests(Frame frame, Acting acting, @RequestParam(defaultValue = "") String department) {
        var sieve = screens.sieve(acting.code(), department);
        return screen("carerequests", frame, acting, sieve)
                .with("requests", screens.requests(acting.code(), sieve, CareLists.ROWS_MAX));
    }

    private Screen screen(String template, Frame frame, Acting acting, CareScreens.Sieve sieve) {
        return Screen.of(template, frame)
                .with("acting", acting)
                .with("department", sieve.code())
                .with("departments", sieve.choices())
                .with("names", screens.names(sieve));
    }

    private static int months(int wanted) {
        return wanted <= 3 ? 3 : wanted <= 6 ? 6 : 12;
    }

    /** A row about a page: its own cells come first. */
    private interface Row {
        void accept(CareLists.Page page, List<String> further);
    }

    private View table(String name, Acting acting, CareScreens.Sieve sieve, String further, Consumer<Row> rows) {
        var names = screens.names(sieve);
        return TableFile.of(name + "-" + acting.code(), out -> {
            out.row((Object[]) ("課室,記事番号,題名,アドレス,公開日" + (further.isEmpty() ? "" : "," + further)).split(","));
            rows.accept((page, cells) -> {
                var own = List.of(
                        names.getOrDefault(page.department().isEmpty() ? "-" : page.department(), page.department()),
                        String.valueOf(page.article()),
                        page.title(),
                        page.path(),
                        Moments.day(page.publicAt()));
                out.row(Stream.concat(own.stream(), cells.stream()).toArray());
            });
        });
    }
}
