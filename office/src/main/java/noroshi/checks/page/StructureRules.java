package noroshi.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.checks.Rule;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Roles that belong together: items in lists, cells in rows; nothing foreign between them. */
final class StructureRules {

    private static final int DEPTH_MAX = 100;

    private StructureRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.getAllElements()) {
            var role = Role.find(page.role(element));
            if (role == null || !page.isExposed(element)) continue;
            if (!role.context().isEmpty() && !Roles.implicit(element).equals(role.name()))
                context(page, element, role, verdicts);
            if (!role.owned().isEmpty()) owned(page, element, role, verdicts);
        }
    }

    private static void context(PageModel page, Element element, Role role, Verdicts verdicts) {
        var around = container(page, element);
        boolean fits = around != null && role.context().contains(page.role(around));
        verdicts.passOrFail(
                Rule.ARIA_CONTEXT,
                fits,
                element,
                "役割「%s」は、役割「%s」の中に置いてください。"
                        .formatted(
                                role.name(),
                                String.join(
                                        "」か「", role.context().stream().sorted().toList())));
    }

    /** The element that owns this one: by aria-owns, else the next ancestor that means something. */
    private static @Nullable Element container(PageModel page, Element element) {
        if (!element.id().isEmpty())
            for (var owner : page.all("[aria-owns]"))
                if (List.of(owner.attr("aria-owns").strip().split("\\s+")).contains(element.id())) return owner;
        for (var at = element.parent(); at != null; at = at.parent()) if (!isTransparent(page, at)) return at;
        return null;
    }

    private static boolean isTransparent(PageModel page, Element element) {
        var role = page.role(element);
        return role.equals("none") || (role.equals("generic") || role.isEmpty()) && !page.roles.isKept(element);
    }

    private static void owned(PageModel page, Element element, Role role, Verdicts verdicts) {
        if (element.attr("aria-busy").equals("true")) return;
        var found = new ArrayList<Element>();
        collect(page, element, role.owned(), found, 0);
        boolean written = Roles.explicit(element).equals(role.name());
        if (found.isEmpty() && element.childrenSize() == 0 && !written) return;
        var foreign = found.stream()
                .filter(child -> !role.owned().contains(page.role(child)))
                .findFirst();
        boolean fits = foreign.isEmpty()
                && found.stream().anyMatch(child -> !page.role(child).equals("caption"));
        verdicts.passOrFail(
                Rule.ARIA_OWNED,
                fits,
                element,
                "役割「%s」の中には、役割「%s」だけを置いてください。"
                        .formatted(
                                role.name(),
                                String.join(
                                        "」か「", role.owned().stream().sorted().toList())));
    }

    /** What the element owns: through wrappers without a meaning, through groups, and by aria-owns. */
    private static void collect(PageModel page, Element element, Set<String> allowed, List<Element> found, int depth) {
        if (depth > DEPTH_MAX) return;
        var children = new ArrayList<>(element.children());
        for (var id : element.attr("aria-owns").strip().split("\\s+")) {
            var other = id.isEmpty() ? null : page.document.getElementById(id);
            if (other != null && other != element) children.add(other);
        }
        for (var child : children) {
            if (!page.isExposed(child)) continue;
            var role = page.role(child);
            if (isTransparent(page, child)) collect(page, child, allowed, found, depth + 1);
            else if (role.equals("group") && allowed.contains("group")) collect(page, child, allowed, found, depth + 1);
            else found.add(child);
        }
    }
}
