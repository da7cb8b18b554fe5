/** Where old pages come from: archives, folders, crawls, feeds and tables. All of them end as addresses with bytes. */
@NullMarked
package noroshi.moving.source;

import org.jspecify.annotations.NullMarked;
