package noroshi.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.jte.site.full.JtedirectoryGenerated;
import noroshi.site.view.DirectoryView;
import noroshi.site.view.Group;
import noroshi.site.view.Link;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** Indexes of a site: areas, topics, departments, the map of the site, the search page's index, the governments. */
public final class DirectoryPages {

    /** Another government's site, as the prefecture lists it. */
    public record Neighbour(String code, String name, String kana, boolean prefecture) {}

    private final SiteFacts site;
    private final List<DepartmentFacts> departments;
    private final List<Neighbour> governments;
    private final Press press;

    /** @param governments all of the installation, in the order of their codes */
    public DirectoryPages(SiteFacts site, List<DepartmentFacts> departments, List<Neighbour> governments, Press press) {
        this.site = site;
        this.departments = List.copyOf(departments);
        this.governments = List.copyOf(governments);
        this.press = press;
    }

    public Map<Key, Timeline<Value>> build() {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        for (var variant : Variant.values()) {
            var shell = new Shell(site, variant, press);
            var addresses = shell.addresses();
            put(records, shell, "/areas/", "地域から探す", "地域をお選びください。", Regions.of(site, addresses));
            put(records, shell, "/topics/", "分野から探す", "分野をお選びください。", List.of(topics(addresses)));
            put(records, shell, "/departments/", "組織から探す", "担当の課室公所と、その新しい記事、連絡先をご覧いただけます。", departments(addresses));
            put(records, shell, "/sitemap", "サイトマップ", "", map(addresses));
            put(records, shell, "/search", "情報を探す", "文字を入力して探す機能は準備中です。それまでは、次の索引から目的の情報をお探しください。", index(addresses));
            if (site.prefecture())
                put(records, shell, "/governments/", "県と市町村のサイト", "各団体のサイトをご覧いただけます。", governments(addresses));
        }
        return records;
    }

    private void put(
            Map<Key, Timeline<Value>> records,
            Shell shell,
            String path,
            String title,
            String lead,
            List<Group> groups) {
        var view = new DirectoryView(title, lead, groups, shell.variants(path));
        var crumbs = List.of(shell.home());
        var facing = Facing.of(path, title, crumbs).described(lead).data(List.of(JsonLd.crumbs(site, crumbs, title)));
        var page = shell.page(facing, out -> {
            if (shell.variant() == Variant.FULL) JtedirectoryGenerated.render(out, null, view);
            else noroshi.jte.site.plain.JtedirectoryGenerated.render(out, null, view);
        });
        records.put(Key.of(site.code(), shell.variant().prefix() + path), Timeline.always(page));
    }

    private Group topics(Addresses addresses) {
        return new Group(
                "",
                site.topics().stream()
                        .map(t -> Link.of(addresses.page("/topics/%s/".formatted(t.code())), t.name()))
                        .toList());
    }

    private Group series(Addresses addresses) {
        return new Group(
                "媒体",
                site.series().stream()
                        .map(s -> new Link(addresses.page("/%s/".formatted(s.code())), s.name(), s.description()))
                        .toList());
    }

    /** Divisions with their sections; a unit without a parent heads a group of its own. */
    private List<Group> departments(Addresses addresses) {
        var groups = new ArrayList<Group>();
        for (var head : departments) {
            if (head.parent() != null) continue;
            var links = new ArrayList<Link>();
            links.add(link(addresses, head));
            for (var part : departments) if (head.code().equals(part.parent())) links.add(link(addresses, part));
            groups.add(new Group(links.size() == 1 ? "" : head.name(), links));
        }
        return joined(groups);
    }

    /** Groups of one become one group. */
    private static List<Group> joined(List<Group> groups) {
        var large = groups.stream().filter(g -> !g.title().isEmpty()).toList();
        var single = groups.stream()
                .filter(g -> g.title().isEmpty())
                .flatMap(g -> g.links().stream())
                .toList();
        if (single.isEmpty()) return large;
        var all = new ArrayList<>(large);
        all.add(new Group(large.isEmpty() ? "" : "地方機関など", single));
        return all;
    }

    private static Link link(Addresses addresses, DepartmentFacts department) {
        return new Link(
                addresses.page("/departments/%s/".formatted(department.code())),
                department.name(),
                department.phone().isEmpty() ? "" : "電話 " + department.phone());
    }

    private List<Group> map(Addresses addresses) {
        var groups = new ArrayList<Group>();
        groups.add(series(addresses));
        groups.add(new Group("分野", topics(addresses).links()));
        groups.add(new Group("一覧と窓口", doors(addresses)));
        groups.add(new Group("このサイトについて", about(addresses)));
        return groups;
    }

    private List<Link> doors(Addresses addresses) {
        var links = new ArrayList<Link>();
        links.add(Link.of(addresses.page("/p/"), "新着情報"));
        links.add(Link.of(addresses.page("/areas/"), "地域から探す"));
        links.add(Link.of(addresses.page("/topics/"), "分野から探す"));
        links.add(Link.of(addresses.page("/departments/"), "組織から探す・お問い合わせ"));
        if (site.prefecture()) links.add(Link.of(addresses.page("/governments/"), "県と市町村のサイト"));
        links.add(Link.of(addresses.page("/subscribe"), "メール配信の登録"));
        links.add(Link.of(addresses.page("/receipt"), "受付番号で確認"));
        links.add(Link.of(addresses.file("/calendar.ics"), "行事カレンダー（iCalendar）"));
        links.add(Link.of(addresses.file("/feed.xml"), "更新情報（Atom）"));
        return links;
    }

    private static List<Link> about(Addresses addresses) {
        return List.of(
                Link.of(addresses.page("/about"), "このサイトの使い方"),
                Link.of(addresses.page("/accessibility"), "ウェブアクセシビリティ"));
    }

    private List<Group> index(Addresses addresses) {
        var groups = new ArrayList<Group>();
        groups.add(new Group("分野", topics(addresses).links()));
        groups.add(series(addresses));
        groups.add(new Group("一覧", doors(addresses)));
        return groups;
    }

    private List<Group> governments(Addresses addresses) {
        var groups = new ArrayList<Group>();
        groups.add(new Group("県", sites(addresses, true)));
        groups.add(new Group("市町村", sites(addresses, false)));
        return groups;
    }

    private List<Link> sites(Addresses addresses, boolean prefecture) {
        return governments.stream()
                .filter(g -> g.prefecture() == prefecture)
                .map(g -> new Link(addresses.other(g.code(), "/"), g.name(), g.kana()))
                .toList();
    }
}
