package noroshi.moving;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.springframework.stereotype.Component;

/** Old addresses that lead to what was released. What another page or an earlier move already answers for stays as it is. */
@Component
final class Redirects {

    private final Entries entries;
    private final SeriesShelf shelf;

    Redirects(Entries entries, SeriesShelf shelf) {
        this.entries = entries;
        this.shelf = shelf;
    }

    private record Released(int number, String series, long article) {}

    private record Other(String address, int sameAs, int number) {}

    void lead(MovingJob job, Instant at) {
        var targets = new LinkedHashMap<Integer, String>();
        released(job).forEach(one -> targets.put(one.number(), "/" + one.series() + "/" + one.article()));
        var paths = new OldPaths(
                shelf.list(job.government()).stream().map(Series::code).toList());
        var leads = new LinkedHashMap<String, String>();
        entries.of(
                        job,
                        "select number, address from moving_entry $job and kind = 'page' and state = 'released' and copy = 0 order by number")
                .query(row -> {
                    var target = targets.get(row.getInt("number"));
                    if (target != null)
                        paths.of(row.getString("address"), target).forEach(leads::putIfAbsent);
                });
        standIns(job).forEach((address, number) -> {
            var target = targets.get(number);
            if (target != null) paths.of(address, target).forEach(leads::putIfAbsent);
        });
        files(job).forEach((address, target) -> paths.of(address, target).forEach(leads::putIfAbsent));
        write(job, leads, at);
    }

    private List<Released> released(MovingJob job) {
        return entries.of(
                        job,
                        "select number, series, article from moving_entry $job and kind = 'page' and state = 'released'")
                .query(Released.class)
                .list();
    }

    /** Frames, twins and redirects of the old site, with the number of what stands for them in the end. */
    private Map<String, Integer> standIns(MovingJob job) {
        var others = entries.of(job, "select address, same_as, number from moving_entry $job and same_as is not null")
                .query(Other.class)
                .list();
        var next = new LinkedHashMap<Integer, Integer>();
        others.forEach(other -> next.put(other.number(), other.sameAs()));
        var ends = new LinkedHashMap<String, Integer>();
        for (var other : others) {
            int end = other.sameAs();
            for (int i = 0; i < 10 && next.containsKey(end); i++) end = next.get(end);
            ends.put(other.address(), end);
        }
        return ends;
    }

    private Map<String, String> files(MovingJob job) {
        var files = new LinkedHashMap<String, String>();
        entries.of(job, """
                        select e.address, e.hash, e.media from moving_entry e $job and e.kind = 'media' and e.hash in (
                            select hash from moving_entry $job and kind = 'media' and state = 'released') order by e.number
                        """).query(row -> {
            files.put(
                    row.getString("address"),
                    Surveying.fact(row.getString("hash"), row.getString("media"), 0)
                            .path());
        });
        return files;
    }

    private void write(MovingJob job, Map<String, String> leads, Instant at) {
        var paths = new ArrayList<>(leads.keySet());
        entries.of(job, """
                        with added as (
                            insert into moved_page (government, path, target, at)
                            select :government, path, target, :at from unnest(:paths::text[], :targets::text[]) x (path, target)
                            on conflict (government, path) do nothing returning path)
                        insert into moving_path (government, job, path) select :government, :job, path from added
                        on conflict do nothing
                        """)
                .param("paths", paths.toArray(String[]::new))
                .param("targets", paths.stream().map(leads::get).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @param staying paths of articles that stay although the rest is undone; what leads to them stays too */
    void takeBack(MovingJob job, Collection<String> staying) {
        entries.of(job, """
                        delete from moved_page p using moving_path m
                         where p.government = :government and m.government = :government and m.job = :job and m.path = p.path
                           and p.target <> all (:staying)
                        """).param("staying", staying.toArray(String[]::new)).update();
        entries.of(job, "delete from moving_path $job").update();
    }
}
