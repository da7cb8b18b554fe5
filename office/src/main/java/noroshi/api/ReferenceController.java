package noroshi.api;

import java.util.List;
import java.util.function.Supplier;
import noroshi.people.Area;
import noroshi.people.Bearer;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.people.Topic;
import noroshi.platform.ApiProblem;
import noroshi.platform.Tenancy;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The codes that articles name. All of it is public knowledge, so any token may read any government's. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
class ReferenceController {

    private final Tenancy tenancy;
    private final Directory directory;
    private final SeriesShelf series;

    ReferenceController(Tenancy tenancy, Directory directory, SeriesShelf series) {
        this.tenancy = tenancy;
        this.directory = directory;
        this.series = series;
    }

    @GetMapping("/governments")
    List<Government> governments(Bearer bearer) {
        return tenancy.in(bearer.officer().government(), directory::listGovernments);
    }

    @GetMapping("/areas")
    List<Area> areas(Bearer bearer) {
        return tenancy.in(bearer.officer().government(), directory::listAreas);
    }

    @GetMapping("/topics")
    List<Topic> topics(Bearer bearer) {
        return tenancy.in(bearer.officer().government(), directory::listTopics);
    }

    @GetMapping("/series")
    List<Series> series(Bearer bearer, @RequestParam(required = false) @Nullable String government) {
        var of = government == null ? bearer.officer().government() : government;
        return known(of, () -> series.list(of));
    }

    @GetMapping("/departments")
    List<Department> departments(Bearer bearer, @RequestParam(required = false) @Nullable String government) {
        var of = government == null ? bearer.officer().government() : government;
        return known(of, () -> directory.listDepartments(of));
    }

    private <T> List<T> known(String government, Supplier<List<T>> work) {
        return tenancy.in(government, () -> {
            if (directory.findGovernment(government).isEmpty())
                throw ApiProblem.of(
                        404,
                        "government",
                        "団体がありません",
                        "団体コードを GET /api/v1/governments で確かめてください。",
                        "There is no such government. See GET /api/v1/governments.");
            return work.get();
        });
    }
}
