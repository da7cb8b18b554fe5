package noroshi.publishing;

import java.util.List;

/**
 * How lists stood before many articles were taken in.
 *
 * @param places the last place allotted in each list (article {@link #END}; 0: there was no such list), and where each article stood that
 *     was moved up to make room
 */
public record FormerPlaces(List<Place> places) {

    /** In the place of an article: the list's end. */
    public static final long END = 0;

    public record Place(String list, long article, long position) {}

    public FormerPlaces {
        places = List.copyOf(places);
    }
}
