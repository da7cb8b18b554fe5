package noroshi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The processor's time of this process, divided by its threads: what others do on the machine meanwhile does not count. Asked far more often than
 * the system could tell it, so it is read a hundred times a second.
 */
final class ProcessorTime implements LongSupplier, AutoCloseable {

    private static final Duration READ_EVERY = Duration.ofMillis(10);

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final int threads;
    private final Thread reader;
    private volatile long nanos;

    ProcessorTime(int threads) {
        this.threads = threads;
        this.nanos = read();
        this.reader = Thread.ofPlatform().daemon().name("processor-time").start(this::readOn);
    }

    private void readOn() {
        while (!Thread.currentThread().isInterrupted()) {
            nanos = read();
            LockSupport.parkNanos(READ_EVERY.toNanos());
        }
    }

    private long read() {
        return process.getProcessCpuTime() / threads;
    }

    @Override
    public long getAsLong() {
        return nanos;
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
