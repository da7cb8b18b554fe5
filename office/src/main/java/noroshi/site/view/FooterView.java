package noroshi.site.view;

import gg.jte.Content;
import java.util.List;

public record FooterView(
        String name, String address, String phone, String email, String code, List<Link> links, Content end) {}
