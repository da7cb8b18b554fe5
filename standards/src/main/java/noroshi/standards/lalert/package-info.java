/**
 * L-Alert (Lアラート, formerly 公共情報コモンズ): one {@link noroshi.standards.lalert.Document} in, an EDXL-DE 1.0 envelope around a PCXML report out.
 *
 * <p>UNVERIFIED. The schemas and code lists are given to members only. What is written follows public facts: templates of the city of 石巻市
 * (LGDIS) and a published sample of 加古川市, code of 防災科学技術研究所 (SAIGAI TASK). docs/registers/lalert.md names what is known and what is
 * guessed. Every document says of itself that it is unverified. Pure functions: no clock, no file, no network. Never sends.
 */
@NullMarked
package noroshi.standards.lalert;

import org.jspecify.annotations.NullMarked;
