package noroshi.moving;

import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.springframework.stereotype.Component;

/** Series that a source brings along and this government does not have. */
@Component
final class NewSeries {

    private final Entries entries;
    private final SeriesShelf shelf;

    NewSeries(Entries entries, SeriesShelf shelf) {
        this.entries = entries;
        this.shelf = shelf;
    }

    private record Brought(String code, String name, String description, String layout) {}

    /** Those that a page of this job goes to. */
    void make(MovingJob job) {
        var brought = entries.of(job, """
                        select code, name, description, layout from moving_series s where s.government = :government and s.job = :job
                           and exists (select from moving_entry e where e.government = s.government and e.job = s.job and e.series = s.code)
                        """).query(Brought.class).list();
        for (var one : brought) {
            if (shelf.find(job.government(), one.code()).isPresent()) continue;
            shelf.put(new Series(
                    job.government(), one.code(), one.name(), one.description(), one.layout(), null, null, 1));
            entries.of(job, "update moving_series set made = true $job and code = :code")
                    .param("code", one.code())
                    .update();
        }
    }

    /** Those that are empty again. */
    void takeBack(MovingJob job) {
        entries.of(job, """
                        delete from series s using moving_series m
                         where s.government = :government and m.government = :government and m.job = :job and m.made and m.code = s.code
                           and not exists (select from article a where a.government = s.government and a.series = s.code)
                        """).update();
        entries.of(job, "update moving_series set made = false $job").update();
    }
}
