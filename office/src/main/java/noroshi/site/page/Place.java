package noroshi.site.page;

import org.jspecify.annotations.Nullable;

/**
 * An area or a topic under which articles are listed.
 *
 * @param kind prefecture, region, municipality, ward or topic
 */
public record Place(String code, String name, @Nullable String parent, String kind) {}
