package noroshi.reorganisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import noroshi.people.Contact;
import noroshi.reorganisation.Rehearsal.Problem;
import org.jspecify.annotations.Nullable;

/** Plays a plan through on paper: departments, what they hold and acts in, effects and problems out. No database, no clock. */
final class Rehearse {

    static final int ACTS_MAX = 200;
    static final String CODE = "[a-z0-9-]{1,40}";

    private final Map<String, Unit> before = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, String> successors = new LinkedHashMap<>();
    private final Map<String, Act.Split> splits = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> ended;
    private final Holdings holdings;
    private int at;

    /** @param ended codes of departments that ended earlier: their addresses still lead somewhere, so they cannot be used again */
    private Rehearse(List<Unit> present, Set<String> ended, Holdings holdings) {
        present.forEach(unit -> before.put(unit.code(), unit));
        units.putAll(before);
        this.ended = ended;
        this.holdings = holdings;
    }

    static Rehearsal of(List<Unit> present, Set<String> ended, Holdings holdings, List<Act> acts) {
        var rehearse = new Rehearse(present, ended, holdings);
        for (rehearse.at = 0; rehearse.at < acts.size(); rehearse.at++) rehearse.play(acts.get(rehearse.at));
        rehearse.at = -1;
        if (acts.isEmpty()) rehearse.trouble("まだ何も決められていません。「改正の内容を加える」から、新設や統合などを加えてください。");
        if (acts.size() > ACTS_MAX) rehearse.trouble("1つの計画に書けるのは%d件までです。計画を分けてください。".formatted(ACTS_MAX));
        rehearse.adopt();
        rehearse.circles();
        rehearse.homeless();
        return new Rehearsal(
                rehearse.before,
                rehearse.units,
                rehearse.heirs(),
                new Transfers(holdings, rehearse.splits, rehearse::heir, rehearse.units.keySet()).all(),
                rehearse.redirects(),
                rehearse.problems);
    }

    private void play(Act act) {
        switch (act) {
            case Act.Found found -> found(found);
            case Act.Move move -> move(move);
            case Act.Merge merge -> merge(merge);
            case Act.Split split -> split(split);
            case Act.Close close -> close(close);
            case Act.Readdress readdress -> readdress(readdress);
        }
    }

    private void found(Act.Found act) {
        if (!act.code().matches(CODE)) {
            trouble("課室コードは、半角の英小文字・数字・「-」の1〜40字にしてください。");
            return;
        }
        if (units.containsKey(act.code()) || before.containsKey(act.code()) || ended.contains(act.code())) {
            trouble("課室コード「%s」はすでに使われています（なくなった課室のコードも、そのアドレスを案内に使うため再び使えません）。別のコードにしてください。".formatted(act.code()));
            return;
        }
        units.put(act.code(), new Unit(act.code(), act.name(), act.parent(), act.contact()));
        words(act.name(), act.contact());
        parent(act.code(), act.parent());
    }

    private void move(Act.Move act) {
        var unit = present(act.code());
        if (unit == null) return;
        words(act.name(), unit.contact());
        parent(act.code(), act.parent());
        units.put(act.code(), unit.named(act.name()).under(act.parent()));
    }

    private void merge(Act.Merge act) {
        if (present(act.into()) == null) return;
        var from = new ArrayList<>(act.from());
        from.remove(act.into());
        if (from.isEmpty()) trouble("統合する課室がありません。統合先のほかに1つ以上選んでください。");
        for (var code : from) if (present(code) != null) end(code, act.into());
    }

    private void split(Act.Split act) {
        if (present(act.from()) == null || present(act.heir()) == null) return;
        if (splits.containsKey(act.from())) {
            trouble("課室「%s」の分割は、この計画にすでにあります。1つにまとめてください。".formatted(name(act.from())));
            return;
        }
        var targets = new LinkedHashSet<>(act.series().values());
        targets.addAll(act.articles().values());
        targets.addAll(act.officers().values());
        for (var target : targets) if (present(target) == null) return;
        owned(act);
        splits.put(act.from(), act);
        if (!act.heir().equals(act.from())) end(act.from(), act.heir());
    }

    /** A rule for something that is not the department's would silently do nothing. */
    private void owned(Act.Split act) {
        for (var article : act.articles().keySet())
            if (holdings.papers().stream()
                    .noneMatch(p -> p.article() == article && p.department().equals(act.from())))
                trouble("記事%dは課室「%s」の記事ではありません。番号を確かめてください。".formatted(article, name(act.from())));
        for (var login : act.officers().keySet())
            if (holdings.officers().stream()
                    .noneMatch(o -> o.login().equals(login) && o.department().equals(act.from())))
                trouble("職員「%s」は課室「%s」に所属していません。職員IDを確かめてください。".formatted(login, name(act.from())));
    }

    private void close(Act.Close act) {
        if (present(act.code()) == null) return;
        if (act.successor().equals(act.code())) {
            trouble("課室「%s」を自分自身に引き継ぐことはできません。ほかの課室を選んでください。".formatted(name(act.code())));
            return;
        }
        if (!act.successor().isEmpty() && present(act.successor()) == null) return;
        end(act.code(), act.successor());
    }

    private void readdress(Act.Readdress act) {
        var unit = present(act.code());
        if (unit == null) return;
        words(unit.name(), act.contact());
        units.put(act.code(), unit.with(act.contact()));
    }

    private void end(String code, String successor) {
        units.remove(code);
        successors.put(code, successor);
    }

    private @Nullable Unit present(String code) {
        var unit = units.get(code);
        if (unit == null && successors.containsKey(code))
            trouble("課室「%s」は、この計画のここまでになくなっています。順序か行き先を見直してください。".formatted(name(code)));
        else if (unit == null) trouble("課室「%s」がありません。一覧から選び直してください。".formatted(code));
        return unit;
    }

    private void parent(String code, String parent) {
        if (parent.isEmpty()) return;
        if (parent.equals(code)) trouble("課室「%s」を自分自身の下に置くことはできません。".formatted(name(code)));
        else present(parent);
    }

    private void words(String name, Contact contact) {
        contact.problem(name).ifPresent(found -> trouble(found.message()));
    }

    /** Units under one that ends go with its successor; the successor itself rises to where it stood. */
    private void adopt() {
        for (var unit : List.copyOf(units.values())) {
            if (!successors.containsKey(unit.parent())) continue;
            var parent = heir(unit.parent());
            if (parent.isEmpty())
                trouble("「%s」の上位の課室「%s」が、引き継ぐ課室なしでなくなります。「移動・改称」で「%s」の上位を決めてください。"
                        .formatted(unit.name(), name(unit.parent()), unit.name()));
            else units.put(unit.code(), unit.under(parent.equals(unit.code()) ? above(unit.parent()) : parent));
        }
    }

    private String above(String code) {
        var seen = new LinkedHashSet<String>();
        var parent = code;
        while (successors.containsKey(parent) && seen.add(parent)) {
            var unit = before.get(parent);
            parent = unit == null ? "" : unit.parent();
        }
        return units.containsKey(parent) ? parent : "";
    }

    private void circles() {
        var told = new LinkedHashSet<String>();
        for (var unit : units.values()) {
            var way = new LinkedHashSet<String>();
            var code = unit.code();
            while (!code.isEmpty() && way.add(code)) {
                var next = units.get(code);
                code = next == null ? "" : next.parent();
            }
            if (code.isEmpty() || !code.equals(unit.code()) || !told.add(code)) continue;
            told.addAll(way);
            trouble("上位の課室が輪になります：%s → %s。どれか1つの上位を変えてください。"
                    .formatted(String.join(" → ", way.stream().map(this::name).toList()), unit.name()));
        }
    }

    private void homeless() {
        for (var code : successors.keySet()) {
            var left = holdings.left(code);
            if (heir(code).isEmpty() && !left.isEmpty())
                trouble("「%s」には%sがあります。引き継ぐ課室を選んでください。".formatted(name(code), left));
        }
    }

    private Map<String, String> heirs() {
        var heirs = new TreeMap<String, String>();
        for (var code : successors.keySet()) if (before.containsKey(code)) heirs.put(code, heir(code));
        return heirs;
    }

    /** Who does the work of a department in the end; "" for nobody. Acts only ever lead to what is there, so no circle. */
    private String heir(String code) {
        var heir = code;
        while (successors.containsKey(heir)) heir = successors.getOrDefault(heir, "");
        return heir;
    }

    private Map<String, String> redirects() {
        var redirects = new LinkedHashMap<String, String>();
        heirs().forEach((code, heir) -> {
            if (heir.isEmpty()) return;
            redirects.put("/departments/%s/".formatted(code), "/departments/%s/".formatted(heir));
            redirects.put("/inquiry/" + code, "/inquiry/" + heir);
            for (int page = 1; page <= holdings.pages().getOrDefault(code, 0); page++)
                redirects.put("/departments/%s/p/%d".formatted(code, page), "/departments/%s/".formatted(heir));
        });
        return redirects;
    }

    private String name(String code) {
        var unit = units.getOrDefault(code, before.get(code));
        return unit == null ? code : unit.name();
    }

    private void trouble(String text) {
        problems.add(new Problem(at, text));
    }
}
