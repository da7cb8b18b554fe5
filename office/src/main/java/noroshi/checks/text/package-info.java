/** What officers write, in Markdown and Japanese: rules over the text itself, with places in it and repairs. */
@NullMarked
package noroshi.checks.text;

import org.jspecify.annotations.NullMarked;
