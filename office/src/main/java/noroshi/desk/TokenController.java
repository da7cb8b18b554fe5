package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.people.Officer;
import noroshi.people.OfficerAccounts;
import noroshi.people.Scope;
import noroshi.people.Tokens;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Tokens with which other systems act as an officer. */
@Controller
class TokenController {

    private static final int NAME_CHARACTERS_MAX = 100;
    private static final Set<Integer> DAYS = Set.of(0, 30, 90, 365);

    private final Tokens tokens;
    private final OfficerAccounts accounts;
    private final Tenancy tenancy;
    private final InstantSource clock;

    TokenController(Tokens tokens, OfficerAccounts accounts, Tenancy tenancy, InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    private record Typed(String name, long officer, Set<Scope> scopes, int days) {}

    @GetMapping("/settings/tokens")
    View list(Frame frame, Acting acting, HttpServletRequest request) {
        SettingsController.check(acting);
        var typed = new Typed("", acting.officer().id(), Set.of(Scope.READ), 365);
        return screen(frame, acting, request, typed, FieldTrouble.NONE);
    }

    @PostMapping("/settings/tokens")
    View issue(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") long officer,
            @RequestParam(defaultValue = "") Set<Scope> scopes,
            @RequestParam(defaultValue = "365") int days,
            HttpServletRequest request) {
        SettingsController.check(acting);
        var typed = new Typed(name.strip(), officer, scopes, days);
        var owner = workers(acting).stream().filter(one -> one.id() == officer).findFirst();
        var trouble = trouble(typed, owner.isPresent());
        if (owner.isEmpty() || !trouble.isNone())
            return screen(frame, acting, request, typed, trouble).status(422);
        var validFor = days == 0 ? null : Duration.ofDays(days);
        var token = tokens.issue(acting.officer(), owner.get(), typed.name(), scopes, validFor, clock.instant());
        Notice.leave(request, "APIトークンを発行しました。");
        Secret.leave(request, "APIトークン「%s」".formatted(typed.name()), token);
        return new RedirectView(acting.at("/settings/tokens"));
    }

    @PostMapping("/settings/tokens/{id}/revoke")
    View revoke(Acting acting, @PathVariable String id, HttpServletRequest request) {
        SettingsController.check(acting);
        boolean revoked = tokens.revoke(acting.officer(), acting.code(), id, clock.instant());
        Notice.leave(request, revoked ? "APIトークンを取り消しました。このトークンはもう使えません。" : "すでに取り消されています。何も変わっていません。");
        return new RedirectView(acting.at("/settings/tokens"));
    }

    private static FieldTrouble trouble(Typed typed, boolean owned) {
        if (typed.name().isEmpty() || typed.name().length() > NAME_CHARACTERS_MAX)
            return new FieldTrouble(
                    "name", "名前は1〜%d字で入力してください。どのシステムで使うかを書くと、後で見分けられます。".formatted(NAME_CHARACTERS_MAX));
        if (!owned) return new FieldTrouble("officer", "職員が見つかりません。一覧から選んでください。");
        if (typed.scopes().isEmpty()) return new FieldTrouble("scopes", "できることを1つ以上選んでください。");
        if (!DAYS.contains(typed.days())) return new FieldTrouble("days", "有効期間を一覧から選んでください。");
        return FieldTrouble.NONE;
    }

    private List<Officer> workers(Acting acting) {
        return tenancy.in(acting.code(), () -> accounts.list(acting.code())).stream()
                .filter(OfficerAccounts.Account::active)
                .map(OfficerAccounts.Account::officer)
                .toList();
    }

    private Screen screen(Frame frame, Acting acting, HttpServletRequest request, Typed typed, FieldTrouble trouble) {
        var officers = workers(acting);
        var names = officers.stream().collect(Collectors.toMap(Officer::id, Function.identity()));
        var now = clock.instant();
        return Screen.of("tokens", frame)
                .with("acting", acting)
                .with("trouble", trouble)
                .with("secret", Secret.take(request))
                .with(
                        "board",
                        new TokenBoard(
                                tokens.list(acting.code()).stream()
                                        .map(token -> row(token, names.get(token.officer()), now))
                                        .toList(),
                                officers,
                                Stream.of(Scope.values())
                                        .map(scope -> new TokenBoard.Choice(scope, word(scope)))
                                        .toList(),
                                typed.name(),
                                typed.officer(),
                                typed.scopes(),
                                typed.days()));
    }

    private static TokenBoard.Row row(Tokens.Issued token, @Nullable Officer officer, Instant now) {
        var state = state(token, officer, now);
        return new TokenBoard.Row(
                token.id(),
                token.name(),
                officer == null ? "（利用停止の職員）" : officer.name(),
                token.scopes().stream()
                        .map(code -> Scope.find(code).map(TokenController::word).orElse(code))
                        .collect(Collectors.joining("、")),
                Moments.day(token.createdAt()),
                token.expiresAt() == null ? "なし" : Moments.day(token.expiresAt()),
                state,
                token.revokedAt() == null);
    }

    private static Chip state(Tokens.Issued token, @Nullable Officer officer, Instant now) {
        if (token.revokedAt() != null) return new Chip("取消済み", "grey");
        var expires = token.expiresAt();
        if (expires != null && !expires.isAfter(now)) return new Chip("期限切れ", "grey");
        return officer == null ? new Chip("使えません", "grey") : new Chip("有効", "green");
    }

    private static String word(Scope scope) {
        return switch (scope) {
            case READ -> "読み取り";
            case ARTICLES_WRITE -> "記事の作成と編集";
            case ARTICLES_PUBLISH -> "記事の公開";
            case ARTICLES_APPROVED_ELSEWHERE -> "別システムの承認による公開";
            case TELEGRAMS_WRITE -> "電文の取り込み";
            case PERSONS_FEED -> "安否情報の提供（PFIFフィード）";
            case REGISTERS_WRITE -> "避難所・被害の報告";
            case PERSONS_WRITE -> "安否情報の登録";
            case EMERGENCIES_WRITE -> "緊急態勢と避難情報";
            case EVERYTHING -> "すべて";
        };
    }
}
