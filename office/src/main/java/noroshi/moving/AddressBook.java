package noroshi.moving;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.moving.page.Addresses;
import noroshi.moving.page.Target;
import org.jspecify.annotations.Nullable;

/** What stands at each address of the old site. Servers of that time cared neither for capitals nor for the name of a folder's page. */
final class AddressBook implements Target.Book {

    private final Map<String, Entries.Line> byAddress = new HashMap<>();
    private final Map<Integer, Entries.Line> byNumber = new HashMap<>();

    AddressBook(List<Entries.Line> lines) {
        for (var line : lines) {
            byNumber.put(line.number(), line);
            byAddress.putIfAbsent(line.address(), line);
        }
        for (var line : lines) {
            byAddress.putIfAbsent(Addresses.folded(line.address()), line);
            if (line.kind().equals("page"))
                for (var spelling : Addresses.spellings(line.address())) byAddress.putIfAbsent(spelling, line);
        }
    }

    Entries.@Nullable Line line(String address) {
        var line = byAddress.get(address);
        if (line == null) line = byAddress.get(Addresses.folded(address));
        // A page that answers whatever is asked of it: /page.html?print=1
        int question = address.indexOf('?');
        return line == null && question > 0 ? line(address.substring(0, question)) : line;
    }

    /** The entry that stands for this one in the end. */
    Entries.Line standing(Entries.Line line) {
        var one = line;
        for (int i = 0; i < 10 && one.sameAs() != null; i++) {
            var next = byNumber.get(one.sameAs());
            if (next == null || next == one) break;
            one = next;
        }
        return one;
    }

    @Override
    public Target find(String address) {
        var found = line(address);
        if (found == null) return new Target.Lost("移した資料の中にありません");
        var line = standing(found);
        if (line.kind().equals("page")
                && line.article() != null
                && !line.state().matches("failed|skipped|found"))
            return new Target.Page(line.article(), line.heading());
        var hash = line.hash();
        var media = line.media();
        if (line.kind().equals("media") && hash != null && media != null) {
            var fact = Surveying.fact(hash, media, line.bytes());
            return new Target.File(
                    fact.path(), fact.kind() == noroshi.publishing.MediaFact.Kind.IMAGE, fact.name(), fact.bytes());
        }
        return new Target.Lost(line.reason().isEmpty() ? "移していません" : line.reason());
    }

    /** The number of the article that has this id in the place where an export comes from. */
    @Nullable
    Long articleOf(String formerId) {
        for (var line : byNumber.values())
            if (line.article() != null && line.address().endsWith("/" + formerId)) return line.article();
        return null;
    }
}
