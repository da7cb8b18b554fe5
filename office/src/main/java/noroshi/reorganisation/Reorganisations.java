package noroshi.reorganisation;

import java.util.List;
import java.util.Optional;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** For screens: plans, and what they would do. */
@Component
public final class Reorganisations {

    private final Tenancy tenancy;
    private final PlanStore plans;
    private final Organisation organisation;
    private final Directory directory;

    Reorganisations(Tenancy tenancy, PlanStore plans, Organisation organisation, Directory directory) {
        this.tenancy = tenancy;
        this.plans = plans;
        this.organisation = organisation;
        this.directory = directory;
    }

    /** The newest first. */
    public List<Plan> list(String government) {
        return tenancy.in(government, () -> plans.list(government));
    }

    public Optional<Plan> find(String government, long id) {
        return tenancy.in(government, () -> plans.find(government, id));
    }

    /** 予行: what the plan would do if it took place now. */
    public Rehearsal rehearse(Plan plan) {
        return tenancy.in(plan.government(), () -> organisation.rehearse(plan));
    }

    /** The departments there are now. */
    public List<Unit> units(String government) {
        return tenancy.in(government, () -> directory.listDepartments(government).stream()
                .map(Unit::of)
                .toList());
    }

    /** What hangs on a department, for the form that distributes it. */
    public Holdings holdings(String government, String department) {
        return tenancy.in(government, () -> organisation.holdings(government, java.util.Set.of(department)));
    }
}
