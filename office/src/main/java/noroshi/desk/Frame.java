package noroshi.desk;

import noroshi.people.Officer;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every screen.
 *
 * @param officer who is signed in; null on the sign-in page
 * @param government name of the officer's government; "" when nobody is signed in
 * @param path of the request, to mark the current place
 * @param csrfName and csrfToken: a hidden field of every form
 * @param notice what the act before has done, for one screen; ""
 * @param publicUrl where the public site is, without a slash at the end
 */
public record Frame(
        @Nullable Officer officer,
        String government,
        String path,
        String csrfName,
        String csrfToken,
        String notice,
        String publicUrl) {

    public boolean isAt(String section) {
        return section.equals("/") ? path.equals("/") : path.startsWith(section);
    }
}
