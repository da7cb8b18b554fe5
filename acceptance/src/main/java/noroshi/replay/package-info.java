/**
 * Replay: {@code ./noroshi replay 2011} on a running demonstration, in compressed time, from outside only.
 *
 * <p>Sends what officers' systems would have sent from 11 March 2011 on (telegrams, evacuation orders, shelters, evacuees, damage, reports of
 * losses) through the REST API, and after each stage looks at the beacon and in the mail box whether all of it followed. Apart from the
 * telegrams and their times everything is exercise data, and is marked so wherever it is shown.
 */
@NullMarked
package noroshi.replay;

import org.jspecify.annotations.NullMarked;
