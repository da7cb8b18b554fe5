package noroshi.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import noroshi.channels.DispatchDesk;
import noroshi.channels.DispatchDesk.State;
import noroshi.channels.DispatchDesk.Summary;
import noroshi.channels.Subscriber;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the screen of dispatches shows. Addresses are personal: administrators alone see them. */
@Component
class DispatchScreens {

    private static final int PAGE = 30;
    private static final int FAILURES = 50;
    private static final int ADDRESSES = 100;

    private final DispatchDesk desk;
    private final Tenancy tenancy;

    DispatchScreens(DispatchDesk desk, Tenancy tenancy) {
        this.desk = desk;
        this.tenancy = tenancy;
    }

    static boolean mayDecide(Acting acting) {
        return Stream.of(Role.EMERGENCY, Role.PUBLISHER, Role.ADMINISTRATOR).anyMatch(acting::has);
    }

    DispatchBoard board(Acting acting, @Nullable Long before, boolean showsAddresses, String after) {
        var government = acting.code();
        boolean mayDecide = mayDecide(acting);
        return tenancy.in(government, () -> {
            var rows = new ArrayList<>(desk.list(government, before, PAGE + 1));
            boolean more = rows.size() > PAGE;
            if (more) rows.removeLast();
            var counts = desk.subscribers(government);
            var addresses =
                    showsAddresses ? desk.addresses(government, after, ADDRESSES) : List.<DispatchDesk.Address>of();
            return new DispatchBoard(
                    desk.held(government).stream()
                            .map(row -> row(row, mayDecide))
                            .toList(),
                    rows.stream().map(row -> row(row, mayDecide)).toList(),
                    more ? rows.getLast().id() : 0,
                    desk.failures(government, FAILURES).stream()
                            .map(failure -> failed(failure, acting.isAdministrator()))
                            .toList(),
                    counts.getOrDefault(Subscriber.Status.CONFIRMED, 0),
                    counts(counts),
                    mayDecide,
                    showsAddresses,
                    addresses.stream().map(DispatchScreens::person).toList(),
                    addresses.size() < ADDRESSES ? "" : addresses.getLast().address());
        });
    }

    private static List<DispatchBoard.Count> counts(Map<Subscriber.Status, Integer> counts) {
        return Stream.of(Subscriber.Status.values())
                .map(status -> new DispatchBoard.Count(status, counts.getOrDefault(status, 0)))
                .toList();
    }

    private static DispatchBoard.Person person(DispatchDesk.Address address) {
        return new DispatchBoard.Person(
                address.address(), address.status().japanese(), Moments.brief(address.createdAt()));
    }

    private static DispatchBoard.Row row(Summary row, boolean mayDecide) {
        var article = row.article();
        return new DispatchBoard.Row(
                row.id(),
                row.kind().japanese(),
                row.subject(),
                marks(row),
                article == null ? "" : "/articles/" + article,
                Moments.brief(row.createdAt()),
                row.recipients(),
                row.waiting(),
                row.sent(),
                row.retrying(),
                row.refused(),
                row.dropped(),
                mayDecide && row.state() == State.OPEN && row.waiting() + row.retrying() > 0);
    }

    private static List<Chip> marks(Summary row) {
        var marks = new ArrayList<Chip>();
        if (row.alert()) marks.add(new Chip("緊急", "red"));
        if (!row.marks().isEmpty()) marks.add(Chip.ofMark(row.marks()));
        switch (row.state()) {
            case HELD -> marks.add(new Chip("保留中", "yellow"));
            case STOPPED -> marks.add(new Chip("中止", "grey"));
            case OPEN -> {}
        }
        return marks;
    }

    private static DispatchBoard.Failed failed(DispatchDesk.Failure failure, boolean withAddress) {
        var domain = failure.address().replaceFirst(".*@", "");
        return new DispatchBoard.Failed(
                failure.subject(),
                withAddress ? failure.address() : "…@" + domain,
                failure.givenUp() ? "%d回試して断念".formatted(failure.attempts()) : "相手側が拒否",
                withAddress ? failure.problem() : failure.problem().replaceAll("[^\\s<>@]+@[^\\s<>]+", "（アドレス）"),
                Moments.brief(failure.at()));
    }
}
