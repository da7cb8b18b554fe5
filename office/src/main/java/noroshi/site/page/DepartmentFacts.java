package noroshi.site.page;

import org.jspecify.annotations.Nullable;

public record DepartmentFacts(
        String code, String name, @Nullable String parent, String phone, String email, String address) {}
