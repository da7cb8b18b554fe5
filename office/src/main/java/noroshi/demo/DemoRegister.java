package noroshi.demo;

import java.time.Instant;

/** Fills a register of the demonstration with invented facts; any order of registers will do. Inside the demonstration's transaction. */
interface DemoRegister {

    void load(Instant now);
}
