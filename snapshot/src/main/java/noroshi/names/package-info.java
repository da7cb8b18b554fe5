/**
 * Names of people: one sound for kana and every way of writing romaji, one form for old and new characters, and an index
 * that finds a person by any of them.
 *
 * <p>Pure, JDK only, because the office builds the index and a beacon answers from it. The index is one immutable file,
 * mapped into memory; a search reads it and keeps nothing. Owns the folding, the ranking and the file's format
 * (docs/registers/persons.md). Never decides who may be found: whoever writes the index leaves out whom nobody may see.
 */
@NullMarked
package noroshi.names;

import org.jspecify.annotations.NullMarked;
