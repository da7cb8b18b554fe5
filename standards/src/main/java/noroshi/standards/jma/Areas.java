package noroshi.standards.jma;

/** Name and Code, wherever they stand. */
final class Areas {
    private Areas() {}

    static Area area(AreaType type, Node node) {
        return new Area(type, node.text("Code"), node.text("Name"));
    }

    static Kind kind(Node node) {
        return new Kind(node.text("Code"), node.text("Name"), node.text("Condition"));
    }
}
