package noroshi.site.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to reach a department, and what it looks after; every text may be empty. */
public record DepartmentView(
        String phone,
        String fax,
        String email,
        String address,
        String hours,
        String map,
        @Nullable Link above,
        List<Link> parts,
        List<Link> series) {}
