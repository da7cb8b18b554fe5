/**
 * What fails and what stops: pure functions of a model and a scenario. Owns the physics (who gets wet, shaken, dark), the arithmetic of
 * outages over needs, and the findings that need no search: promises that cannot be kept, copies with one fate. Never schedules, never prints.
 */
@NullMarked
package noroshi.planning.continuity.failure;

import org.jspecify.annotations.NullMarked;
