package noroshi.site;

import java.util.List;
import java.util.Set;
import noroshi.platform.Announcement;

/** Implemented by registers that publish their facts as data: what the government's one catalogue says of them. Called inside a worker's door. */
public interface DataSource {

    /** Topics after which the description may have changed: rows, moments, a new list. */
    Set<String> topics();

    /** Whose descriptions an event touches. */
    default Set<String> governments(Announcement announcement) {
        return Set.of(announcement.government());
    }

    /** The data sets of a government that have files now; the files themselves come from a {@link PageSource}. */
    List<DataSet> dataSets(String government);
}
