package noroshi.standards.pfif;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The repository a record was first written in, and when. */
public record Source(String name, @Nullable Instant date, String url) {}
