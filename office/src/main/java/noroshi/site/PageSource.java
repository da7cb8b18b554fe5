package noroshi.site;

import java.util.List;
import java.util.Set;
import noroshi.platform.Announcement;
import noroshi.snapshot.Form;

/** Implemented by registers whose facts have pages of their own. Called inside a worker's door. */
public interface PageSource {

    /** Topics that this source answers for; they reach it through the site, in order, with everything else. */
    Set<String> topics();

    /** The pages that an event touches, and only these. */
    default List<SourcePage> touched(Announcement announcement) {
        return List.of();
    }

    /** Every page of a government, for building everything anew. */
    default List<SourcePage> all(String government) {
        return List.of();
    }

    /** The pages that several events touch together; a source whose pages gather many facts makes each of them once. */
    default List<SourcePage> touched(List<Announcement> announcements) {
        return announcements.stream().flatMap(one -> touched(one).stream()).toList();
    }

    /** The pages in parts that several events touch together. */
    default List<SourceSheet> sheets(List<Announcement> announcements) {
        return List.of();
    }

    /** Every page in parts of a government. */
    default List<SourceSheet> sheets(String government) {
        return List.of();
    }

    /** What beacons take in at the source's pages; the same for all governments. */
    default List<Form> forms() {
        return List.of();
    }

    /** Files beside the pages (open data), touched by the same events. */
    default List<SourceFile> files(List<Announcement> announcements) {
        return List.of();
    }

    /** Every file of a government. */
    default List<SourceFile> files(String government) {
        return List.of();
    }
}
