/**
 * Publishing: what officers write, and the path by which it becomes public.
 *
 * <p>Owns series, articles, editions, their approval, places in lists, and media. Each act is a use case with one
 * {@code handle(Command)}; it runs in one transaction, returns an {@link noroshi.publishing.Outcome}, leaves an audit row, and
 * announces what readers will see differently through the outbox. Never renders a page, never talks to a channel, never asks
 * what time it is.
 *
 * <p>Which errors stop a publication, the feature behind {@code PublishGate} says; by whom an edition must be approved, {@code routes}.
 *
 * <p>For other features: the use cases ({@code WriteArticle} … {@code PublishAutomatically}); {@code Articles} for the desk,
 * {@code PublicArticles} for site and channels, {@code SeriesShelf}, {@code MediaShelf}; the values they return;
 * {@code Markdown}. Events: {@code article.changed} (→ pages) and {@code article.public} (→ channels), see
 * {@code Announcements}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"markup", "platform", "people", "routes"})
package noroshi.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
