/**
 * Standards: one flat package per standard (jma, cap, pfif …), JDK only, no imports between siblings. Bytes in, records out.
 */
@NullMarked
package noroshi.standards;

import org.jspecify.annotations.NullMarked;
