package noroshi.snapshot;

/** A piece of a body once the clock and the slots have been asked: bytes, or a blank the beacon fills. */
public sealed interface Content permits Fragment, Part.Blank {}
