package noroshi.planning.continuity;

import java.util.ArrayList;

/** Gives guests and data the place and the strength of the server that they are on: they get wet and fall with it. */
final class PlacedData {

    private final Model model;

    PlacedData(Model model) {
        this.model = model;
    }

    Model model() {
        var placed = new ArrayList<Part>();
        for (var part : model.parts().values()) if (isCarried(part)) placed.add(carried(part));
        return model.with(placed);
    }

    private static boolean isCarried(Part part) {
        return !part.carrier().isEmpty();
    }

    private Part carried(Part part) {
        var machine = part;
        while (isCarried(machine)) machine = model.part(machine.carrier());
        double withstands = Math.min(part.withstands(), machine.withstands());
        return new Part(
                part.id(),
                part.name(),
                part.kind(),
                machine.place(),
                part.carrier(),
                withstands,
                part.needs(),
                part.repair(),
                part.restartHours(),
                part.rebuildHours(),
                part.promise(),
                part.weight(),
                part.power(),
                part.route(),
                part.backups());
    }
}
