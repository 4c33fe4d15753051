# Flink with Facestream's native libraries in lib/, and the job for application mode in usrlib/.
# First: ./mvnw -DskipTests package
FROM flink:2.2.1-java17

# Natives and their Java wrappers belong to the cluster and not to a job: the job's class loader
# would load them anew, and leave them on the disk, with each submission.
COPY --chown=flink:flink dist/job/target/flink-lib/ /opt/flink/lib/
COPY --chown=flink:flink dist/job/target/facestream-job.jar /opt/flink/usrlib/
COPY --chown=flink:flink flink-conf/ /opt/flink/conf/

# Where volumes are mounted; an empty volume takes over the owner.
RUN mkdir -p /opt/flink/checkpoints /opt/flink/savepoints /opt/flink/ha /opt/models \
    && chown flink:flink /opt/flink/checkpoints /opt/flink/savepoints /opt/flink/ha /opt/models

# Native libraries would start a thread a core each; the job has one thread a subtask. Java reads file
# names as the locale says.
ENV OMP_NUM_THREADS=1 \
    LC_ALL=C.UTF-8 \
    FACESTREAM_MODELS=/opt/models
