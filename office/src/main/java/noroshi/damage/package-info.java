/**
 * Damage: what a disaster has broken (roads, lifelines, schools …), how it is being restored, and the municipalities' reports of losses.
 *
 * <p>What is damaged is corrected in silence; how it stands is an append-only log of reports, each with as-of time, source and next update.
 * Totals of a prefecture are never typed: they are the sum of its municipalities' reports. Holds nothing about persons, sends nothing to anyone.
 *
 * <p>For screens: {@link noroshi.damage.Damages}, {@link noroshi.damage.LossReports} and the use cases
 * {@code ReportDamage}, {@code ChangeDamage}, {@code OpenOccasion}, {@code ReportLosses}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "site", "calls"})
package noroshi.damage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
