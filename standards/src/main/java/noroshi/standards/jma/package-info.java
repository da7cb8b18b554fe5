/**
 * 気象庁防災情報XML: one telegram's bytes in, one {@link noroshi.standards.jma.Telegram} out.
 *
 * <p>Owns the parsing of untrusted XML, the meaning of JMA's codes (kinds, severities, areas as 全国地方公共団体コード) and the
 * order and identity of telegrams. Pure functions: no clock, no file, no network. Never decides what an office does with
 * a fact; a telegram that is not wholly understood is refused with its reason or handed on as not interpreted, never guessed.
 */
@NullMarked
package noroshi.standards.jma;

import org.jspecify.annotations.NullMarked;
