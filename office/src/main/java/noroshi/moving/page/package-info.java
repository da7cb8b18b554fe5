/** An old page, read: which letters it is written in, what of it is its own, when it is from, and the same in Markdown. Pure. */
@NullMarked
package noroshi.moving.page;

import org.jspecify.annotations.NullMarked;
