package noroshi.desk;

import java.util.Map;
import noroshi.people.OfficerAccounts;
import noroshi.people.Officers;
import noroshi.platform.Audit;
import noroshi.platform.AuditTrail;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What administrators look after, and the record of acts. */
@Controller
class SettingsController {

    private static final int PAGE = 100;
    private static final int WORD_CHARACTERS_MAX = 100;

    private final AuditTrail trail;
    private final Officers officers;
    private final OfficerAccounts accounts;
    private final Tenancy tenancy;
    private final Audit audit;

    SettingsController(AuditTrail trail, Officers officers, OfficerAccounts accounts, Tenancy tenancy, Audit audit) {
        this.accounts = accounts;
        this.trail = trail;
        this.officers = officers;
        this.tenancy = tenancy;
        this.audit = audit;
    }

    static void check(Acting acting) {
        if (!acting.isAdministrator()) throw Refused.administratorsOnly("管理の画面");
    }

    @GetMapping("/settings")
    View show(Frame frame, Acting acting) {
        check(acting);
        return Screen.of("settings", frame).with("acting", acting);
    }

    @GetMapping("/settings/audit")
    View audit(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable Long officer,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        check(acting);
        var wanted = new AuditTrail.Wanted(
                cut(act), cut(subject), officer, before, Moments.day(from, 0), Moments.day(until, 1));
        return Screen.of("audit", frame)
                .with("acting", acting)
                .with("page", page(acting, wanted, cut(from), cut(until)));
    }

    /** The whole record, or what was looked for, as a table to take along; that it was taken stands in it afterwards. */
    @GetMapping("/settings/audit.csv")
    View auditTable(
            Acting acting,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable Long officer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        check(acting);
        var wanted = new AuditTrail.Wanted(
                cut(act), cut(subject), officer, null, Moments.day(from, 0), Moments.day(until, 1));
        return TableFile.of("audit-" + acting.code(), out -> {
            out.row("番号", "時刻", "職員番号", "職員", "操作", "操作（記録の名前）", "対象", "内容");
            tenancy.run(acting.code(), () -> {
                var names = accounts.names(acting.code());
                trail.each(acting.code(), wanted, entry -> out.row(cells(entry, names)));
                audit.record(
                        acting.code(),
                        acting.officer().id(),
                        "audit.exported",
                        "government:" + acting.code(),
                        "%s %s".formatted(wanted.act(), wanted.subject()).strip());
            });
        });
    }

    private static @Nullable Object[] cells(AuditTrail.Entry entry, Map<Long, String> names) {
        return new @Nullable Object[] {
            entry.id(),
            Moments.exact(entry.at()),
            entry.officer(),
            who(entry.officer(), names),
            Acts.japanese(entry.act()),
            entry.act(),
            entry.subject(),
            entry.detail()
        };
    }

    private AuditPage page(Acting acting, AuditTrail.Wanted wanted, String from, String until) {
        return tenancy.in(acting.code(), () -> {
            var everyone = officers.list(acting.code());
            var names = accounts.names(acting.code());
            var entries = trail.list(acting.code(), wanted, PAGE);
            return new AuditPage(
                    entries.stream()
                            .map(entry -> new AuditPage.Row(
                                    entry.id(),
                                    Moments.exact(entry.at()),
                                    who(entry.officer(), names),
                                    Acts.japanese(entry.act()),
                                    entry.act(),
                                    entry.subject(),
                                    entry.detail()))
                            .toList(),
                    wanted.act(),
                    wanted.subject(),
                    wanted.officer() == null ? 0 : wanted.officer(),
                    everyone,
                    entries.size() < PAGE ? 0 : entries.getLast().id(),
                    from,
                    until);
        });
    }

    private static String who(@Nullable Long id, Map<Long, String> names) {
        return id == null ? "システム" : names.getOrDefault(id, "ほかの団体の職員（%d）".formatted(id));
    }

    private static String cut(String word) {
        var stripped = word.strip();
        return stripped.length() <= WORD_CHARACTERS_MAX ? stripped : stripped.substring(0, WORD_CHARACTERS_MAX);
    }
}
