CREATE TABLE "campaign_link" (
   "campaign" TEXT PRIMARY KEY REFERENCES "campaign"("id"),
   "url" TEXT NOT NULL
) STRICT;
CREATE TABLE "media_link" (
   "media" INTEGER PRIMARY KEY REFERENCES "media"("id"),
   "url" TEXT NOT NULL
) STRICT;
CREATE TABLE "caption" (
   "media" INTEGER REFERENCES "media"("id"),
   "language" TEXT REFERENCES "language"("code"),
   "position" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "text" TEXT NOT NULL,
   PRIMARY KEY ("media", "language", "position")
) STRICT;
