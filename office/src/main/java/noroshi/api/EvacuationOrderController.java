package noroshi.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import noroshi.emergency.EvacuationLevel;
import noroshi.emergency.EvacuationOrder;
import noroshi.emergency.Hazard;
import noroshi.emergency.OrderEvacuation;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 避難情報 for systems of a municipality: proposed with one officer's token, decided with another's, or alone with a reason. */
@RestController
@RequestMapping(path = "/api/v1/evacuation", produces = "application/json")
class EvacuationOrderController {

    private static final int LEVEL_MIN = 3;
    private static final int LEVEL_MAX = 5;

    private final OrderEvacuation orderEvacuation;
    private final InstantSource clock;

    EvacuationOrderController(OrderEvacuation orderEvacuation, InstantSource clock) {
        this.orderEvacuation = orderEvacuation;
        this.clock = clock;
    }

    private enum Act {
        ISSUE,
        LIFT
    }

    private enum Decision {
        APPROVE,
        ALONE,
        REFUSE
    }

    private record View(
            long id,
            String act,
            String hazard,
            int level,
            List<String> blocks,
            String title,
            String words,
            boolean drill,
            Instant proposedAt,
            String decision,
            String reason) {}

    /** The newest first. */
    @GetMapping
    List<View> list(Bearer bearer) {
        return orderEvacuation.newest(bearer.officer().government()).stream()
                .map(EvacuationOrderController::view)
                .toList();
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<View> propose(Bearer bearer, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.EMERGENCIES_WRITE);
        var fields = Fields.read(body);
        var act = fields.choice("act", Act.values(), null);
        var hazard = fields.choice("hazard", Hazard.values(), null);
        var number = fields.count("level", LEVEL_MAX);
        if (number == null || number < LEVEL_MIN) fields.wrong("level", "警戒レベルは3、4、5のいずれかを指定してください。");
        var blocks = fields.texts("blocks");
        var words = fields.text("words");
        boolean drill = fields.chosen("drill", EmergencyRegisterController.DRILL);
        fields.noMore();
        fields.check();
        var level = Arrays.stream(EvacuationLevel.values())
                .filter(one -> number != null && one.number() == number)
                .findFirst()
                .orElseThrow();
        var order = new EvacuationOrder(
                0,
                act == Act.ISSUE,
                hazard,
                level,
                blocks,
                words,
                drill,
                bearer.officer().id(),
                clock.instant(),
                "waiting",
                "");
        var outcome = orderEvacuation.propose(bearer.officer(), order);
        EmergencyRegisterController.refuse(outcome.problems());
        return ResponseEntity.status(201).body(find(bearer, outcome.order()));
    }

    @PostMapping(path = "/{id}/decision", consumes = "application/json")
    ResponseEntity<Void> decide(Bearer bearer, @PathVariable String id, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.EMERGENCIES_WRITE);
        var number = Addressed.number(id, "避難情報の起案");
        var fields = Fields.read(body);
        var decision = fields.choice("decision", Decision.values(), null);
        var reason = fields.text("reason", "");
        fields.noMore();
        fields.check();
        var outcome =
                switch (decision) {
                    case APPROVE -> orderEvacuation.approve(bearer.officer(), number);
                    case ALONE -> orderEvacuation.decideAlone(bearer.officer(), number, reason);
                    case REFUSE -> orderEvacuation.refuse(bearer.officer(), number, reason);
                };
        EmergencyRegisterController.refuse(outcome.problems());
        return ResponseEntity.noContent().build();
    }

    private View find(Bearer bearer, long id) {
        return list(bearer).stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    private static View view(EvacuationOrder order) {
        return new View(
                order.id(),
                order.issue() ? "issue" : "lift",
                order.hazard().name().toLowerCase(Locale.ROOT),
                order.level().number(),
                order.blocks(),
                order.title(),
                order.words(),
                order.drill(),
                order.proposedAt(),
                order.decision(),
                order.reason());
    }
}
