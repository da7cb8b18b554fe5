@NullMarked
package noroshi;

import org.jspecify.annotations.NullMarked;
