package noroshi.site.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.jte.site.JtewordsGenerated;
import noroshi.site.view.Link;
import noroshi.site.view.Raw;
import noroshi.site.view.TextView;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** Pages of plain words: how to use the site, its accessibility, and what is said when a page is not there. */
public final class WordPages {

    private final SiteFacts site;
    private final Press press;

    public WordPages(SiteFacts site, Press press) {
        this.site = site;
        this.press = press;
    }

    public Map<Key, Timeline<Value>> build() {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        for (var variant : Variant.values()) {
            var shell = new Shell(site, variant, press);
            put(records, shell, "/about", "このサイトの使い方", WordTexts.about(site));
            put(records, shell, "/accessibility", "ウェブアクセシビリティ", WordTexts.accessibility(site));
            errors(records, shell);
        }
        return records;
    }

    private void put(Map<Key, Timeline<Value>> records, Shell shell, String path, String title, String html) {
        var crumbs = List.of(shell.home());
        var view = new TextView(title, "plain", new Raw(html), List.of(), shell.variants(path));
        records.put(
                Key.of(site.code(), shell.variant().prefix() + path),
                Timeline.always(shell.page(Facing.of(path, title, crumbs), words(view))));
    }

    /** The reserved records a beacon shows by status: {@code !404}, {@code !404/l}, {@code !404/t}. */
    private void errors(Map<Key, Timeline<Value>> records, Shell shell) {
        error(records, shell, "!404", "ページが見つかりません", WordTexts.NOT_FOUND);
        error(records, shell, "!410", "このページの公開は終わりました", WordTexts.GONE);
        error(records, shell, "!503", "ただいま混み合っています", WordTexts.busy(site));
    }

    private void error(Map<Key, Timeline<Value>> records, Shell shell, String name, String title, String html) {
        var view = new TextView(title, "error", new Raw(html), ways(shell), List.of());
        var facing = Facing.of("/", title, List.of(shell.home())).hidden();
        records.put(
                Key.of(site.code(), name + shell.variant().prefix()), Timeline.always(shell.page(facing, words(view))));
    }

    /** The body of 410 at the address of an article that was withdrawn. */
    public Value gone(Variant variant, String path) {
        var shell = new Shell(site, variant, press);
        var title = "このページの公開は終わりました";
        var view = new TextView(title, "error", new Raw(WordTexts.GONE), ways(shell), List.of());
        return shell.gone(Facing.of(path, title, List.of(shell.home())).hidden(), words(view));
    }

    private static Html.Template words(TextView view) {
        return out -> JtewordsGenerated.render(out, null, view);
    }

    private List<Link> ways(Shell shell) {
        var addresses = shell.addresses();
        return List.of(
                Link.of(addresses.page("/"), site.name() + "のトップページ"),
                Link.of(addresses.page("/search"), "情報を探す"),
                Link.of(addresses.page("/sitemap"), "サイトマップ"),
                Link.of(addresses.page("/departments/"), "組織・お問い合わせ"));
    }
}
