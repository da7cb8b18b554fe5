package noroshi.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import noroshi.care.AskForCare;
import noroshi.care.TakePhoneNote;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Settings;
import noroshi.publishing.SeriesShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Something to look after in the demonstration: a page that a colleague asks to repair, and a telephone note. */
@Component
final class DemoCare {

    private final Settings settings;
    private final Officers officers;
    private final SeriesShelf shelf;
    private final AskForCare askForCare;
    private final TakePhoneNote takePhoneNote;
    private final JdbcClient sql;

    DemoCare(
            Settings settings,
            Officers officers,
            SeriesShelf shelf,
            AskForCare askForCare,
            TakePhoneNote takePhoneNote,
            JdbcClient sql) {
        this.settings = settings;
        this.officers = officers;
        this.shelf = shelf;
        this.askForCare = askForCare;
        this.takePhoneNote = takePhoneNote;
        this.sql = sql;
    }

    void load(Instant now) {
        var government = settings.defaultSite();
        var people = officers.list(government);
        var author = people.stream().filter(o -> o.has(Role.AUTHOR)).findFirst().orElseThrow();
        var administrator = people.stream()
                .filter(o -> o.has(Role.ADMINISTRATOR))
                .findFirst()
                .orElseThrow();
        sql.sql("select min(id) from article where government = :government and public_edition is not null")
                .param("government", government)
                .query(Long.class)
                .optional()
                .ifPresent(article -> askForCare.handle(new AskForCare.Command(
                        government,
                        article,
                        AskForCare.Wish.REPAIR,
                        author.id(),
                        "受付の電話番号が変わりました。金曜日までに直してください。",
                        administrator,
                        now)));
        takePhoneNote.handle(new TakePhoneNote.Command(
                government,
                new TakePhoneNote.Note(
                        shelf.list(government).getFirst().code(),
                        "街灯が消えている",
                        "通学路なので、早めに確かめてほしいとのこと。",
                        "県庁前の歩道橋",
                        now.minus(Duration.ofHours(2)),
                        "匿名",
                        "",
                        false,
                        List.of(),
                        "demonstration"),
                author,
                now));
    }
}
