package noroshi.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import noroshi.checks.Draft;
import noroshi.checks.LinkedFile;
import noroshi.checks.PdfTags;
import noroshi.checks.Rule;
import noroshi.people.Directory;
import noroshi.publishing.InternalLinks;
import noroshi.publishing.Markdown;
import noroshi.routes.RulesShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the checks must know beside an author's words: names of places, the files behind links, links that lead nowhere. The preview, the gate
 * before publishing and the check of the whole site ask here, so that they all find the same. Call it inside a door of Tenancy.
 */
@Component
public class DraftFacts {

    private final JdbcClient sql;
    private final Directory directory;
    private final InternalLinks links;
    private final RulesShelf rules;

    DraftFacts(JdbcClient sql, Directory directory, InternalLinks links, RulesShelf rules) {
        this.sql = sql;
        this.directory = directory;
        this.links = links;
        this.rules = rules;
    }

    public Draft draft(String government, String body) {
        return draft(government, body, places());
    }

    /** @param places as {@link #places} tells: read once for many drafts */
    public Draft draft(String government, String body, Set<String> places) {
        var addresses = new ArrayList<String>();
        Markdown.render(body, address -> {
            addresses.add(address);
            return address;
        });
        var deadLink = rules.of(government).deadLinksStop() ? Rule.LINK_TARGET : Rule.LINK_TARGET_NOTED;
        return new Draft(body, places, files(government, addresses), links.dead(government, addresses), deadLink);
    }

    /** Names of the municipalities of this area, as they are written rightly. */
    public Set<String> places() {
        return directory.listAreas().stream()
                .filter(area -> area.kind().equals("municipality"))
                .map(noroshi.people.Area::name)
                .collect(Collectors.toSet());
    }

    private Map<String, LinkedFile> files(String government, Collection<String> addresses) {
        var hashes = new TreeMap<String, String>();
        for (var address : addresses)
            if (InternalLinks.target(address) instanceof InternalLinks.Target.ToMedia(var hash))
                hashes.put(address, hash);
        if (hashes.isEmpty()) return Map.of();
        var known = new HashMap<String, LinkedFile>();
        sql.sql("""
                        select m.hash, m.extension, m.bytes, p.tagged from media m
                          left join pdf_structure p on p.government = m.government and p.hash = m.hash
                         where m.government = :government and m.hash in (:hashes) and m.kind = 'attachment'
                        """)
                .param("government", government)
                .param("hashes", hashes.values())
                .query(row -> {
                    var extension = row.getString("extension");
                    boolean tagged = row.getBoolean("tagged");
                    if (row.wasNull()) tagged = !extension.equals("pdf") || looked(government, row.getString("hash"));
                    known.put(row.getString("hash"), new LinkedFile(extension, row.getLong("bytes"), tagged));
                });
        var files = new HashMap<String, LinkedFile>();
        hashes.forEach((address, hash) -> {
            var file = known.get(hash);
            if (file != null) files.put(address, file);
        });
        return files;
    }

    /** A PDF is taken apart once: its bytes never change, for its name is their hash. */
    private boolean looked(String government, String hash) {
        boolean tagged =
                PdfTags.isTagged(sql.sql("select content from media where government = :government and hash = :hash")
                        .param("government", government)
                        .param("hash", hash)
                        .query((row, n) -> row.getBytes("content"))
                        .single());
        sql.sql("""
                        insert into pdf_structure (government, hash, tagged) values (:government, :hash, :tagged)
                        on conflict do nothing
                        """)
                .param("government", government)
                .param("hash", hash)
                .param("tagged", tagged)
                .update();
        return tagged;
    }
}
