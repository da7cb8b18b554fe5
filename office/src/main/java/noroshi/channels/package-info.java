/**
 * Channels: who wants to be told what, and telling them, today by mail.
 *
 * <p>Owns subscribers, dispatches (one message to one channel) and deliveries (the ledger row of one recipient). Hears of
 * public articles through the outbox. Never writes to anyone who has not confirmed, never mails the same thing twice,
 * never talks to a mail server inside a transaction.
 *
 * <p>Later: delivery status notifications that arrive as mail; today hard refusals are read in the SMTP conversation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"markup", "platform", "people", "publishing", "letters"})
package noroshi.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
