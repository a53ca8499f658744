// GMP with a way out when memory runs out: while a guarded operation runs, a failing allocation jumps back to it, and what the operation had allocated
// by then is freed. GMP's allocation functions belong to the process, so they are set once, when the library is loaded.
#include <gmp.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "CSupport.h"

_Static_assert(sizeof(mp_limb_t) == sizeof(uint64_t), "limbs are 64 bits");

uint64_t support_limbs_add(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *b, ptrdiff_t bn) {
  return mpn_add((mp_ptr)r, (mp_srcptr)a, an, (mp_srcptr)b, bn);
}

void support_limbs_subtract(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *b, ptrdiff_t bn) {
  mpn_sub((mp_ptr)r, (mp_srcptr)a, an, (mp_srcptr)b, bn);
}

uint64_t support_limbs_add_limb(uint64_t *r, const uint64_t *a, ptrdiff_t an, uint64_t limb) {
  return mpn_add_1((mp_ptr)r, (mp_srcptr)a, an, limb);
}

void support_limbs_subtract_limb(uint64_t *r, const uint64_t *a, ptrdiff_t an, uint64_t limb) { mpn_sub_1((mp_ptr)r, (mp_srcptr)a, an, limb); }

uint64_t support_limbs_multiply_limb(uint64_t *r, const uint64_t *a, ptrdiff_t an, uint64_t limb) {
  return mpn_mul_1((mp_ptr)r, (mp_srcptr)a, an, limb);
}

uint64_t support_limbs_divide_limb(uint64_t *q, const uint64_t *a, ptrdiff_t an, uint64_t limb) {
  return mpn_divrem_1((mp_ptr)q, 0, (mp_srcptr)a, an, limb);
}

uint64_t support_limbs_shift_left(uint64_t *r, const uint64_t *a, ptrdiff_t an, unsigned bits) {
  return mpn_lshift((mp_ptr)r, (mp_srcptr)a, an, bits);
}

void support_limbs_shift_right(uint64_t *r, const uint64_t *a, ptrdiff_t an, unsigned bits) { mpn_rshift((mp_ptr)r, (mp_srcptr)a, an, bits); }

int support_limbs_compare(const uint64_t *a, const uint64_t *b, ptrdiff_t n) { return mpn_cmp((mp_srcptr)a, (mp_srcptr)b, n); }

// Before every block that GMP gets. 32 bytes keep the block aligned to 16.
struct block {
  struct block *next;
  struct block **link;
  size_t unused[2];
};

// The guarded operation of this thread and the blocks it holds.
static _Thread_local jmp_buf *way_out;
static _Thread_local struct block *blocks;
// The guarded operation gives up at its next allocation when this word has this bit.
static _Thread_local uint32_t *watched;
static _Thread_local uint32_t watched_bit;

void support_limbs_watch(uint32_t *word, uint32_t bit) {
  watched = word;
  watched_bit = bit;
}

static void *fail(void) {
  if (way_out) longjmp(*way_out, 1);
  fputs("out of memory in an integer operation\n", stderr);
  abort();
}

static void insert(struct block *b) {
  if (!way_out) {
    b->link = NULL;
    return;
  }
  b->next = blocks;
  b->link = &blocks;
  if (blocks) blocks->link = &b->next;
  blocks = b;
}

static void detach(struct block *b) {
  if (!b->link) return;
  *b->link = b->next;
  if (b->next) b->next->link = b->link;
}

static void *allocate(size_t size) {
  if (watched && way_out && (support_read_bits(watched) & watched_bit)) longjmp(*way_out, 1);
  struct block *b = malloc(sizeof(struct block) + size);
  if (!b) return fail();
  insert(b);
  return b + 1;
}

static void *reallocate(void *p, size_t old_size, size_t size) {
  (void)old_size;
  struct block *b = (struct block *)p - 1;
  detach(b);
  struct block *moved = realloc(b, sizeof(struct block) + size);
  if (!moved) {
    insert(b);
    return fail();
  }
  insert(moved);
  return moved + 1;
}

static void release(void *p, size_t size) {
  (void)size;
  struct block *b = (struct block *)p - 1;
  detach(b);
  free(b);
}

__attribute__((constructor)) static void set_allocation(void) { mp_set_memory_functions(allocate, reallocate, release); }

static void give_up(void) {
  way_out = NULL;
  watched = NULL;
  for (struct block *b = blocks; b;) {
    struct block *next = b->next;
    free(b);
    b = next;
  }
  blocks = NULL;
}

// Runs OPERATION; yields FAILED if it needed memory that there was not. GMP takes scratch of less than 64 KiB from the stack, so that small operations
// (at most LIMIT limbs) allocate nothing and need no guard.
#define GUARDED(FAILED, OPERATION)      \
  do {                                  \
    jmp_buf here;                       \
    if (_setjmp(here)) {                \
      give_up();                        \
      return FAILED;                    \
    }                                   \
    way_out = &here;                    \
    OPERATION;                          \
    way_out = NULL;                     \
    watched = NULL;                     \
    blocks = NULL;                      \
  } while (0)

enum { LIMIT = 512 };

bool support_limbs_multiply(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *b, ptrdiff_t bn) {
  if (an <= LIMIT) {
    mpn_mul((mp_ptr)r, (mp_srcptr)a, an, (mp_srcptr)b, bn);
    return true;
  }
  GUARDED(false, mpn_mul((mp_ptr)r, (mp_srcptr)a, an, (mp_srcptr)b, bn));
  return true;
}

bool support_limbs_divide(uint64_t *q, uint64_t *r, const uint64_t *n, ptrdiff_t nn, const uint64_t *d, ptrdiff_t dn) {
  if (nn <= LIMIT) {
    mpn_tdiv_qr((mp_ptr)q, (mp_ptr)r, 0, (mp_srcptr)n, nn, (mp_srcptr)d, dn);
    return true;
  }
  GUARDED(false, mpn_tdiv_qr((mp_ptr)q, (mp_ptr)r, 0, (mp_srcptr)n, nn, (mp_srcptr)d, dn));
  return true;
}

bool support_limbs_square_root(uint64_t *r, const uint64_t *a, ptrdiff_t an) {
  GUARDED(false, mpn_sqrtrem((mp_ptr)r, NULL, (mp_srcptr)a, an));
  return true;
}

// Copies the limbs of z, which is not negative, to r and frees z.
static ptrdiff_t take(uint64_t *r, mpz_t z) {
  ptrdiff_t count = (ptrdiff_t)mpz_size(z);
  const mp_limb_t *limbs = mpz_limbs_read(z);
  for (ptrdiff_t i = 0; i < count; i++) r[i] = limbs[i];
  mpz_clear(z);
  return count;
}

ptrdiff_t support_limbs_gcd(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *b, ptrdiff_t bn) {
  ptrdiff_t count;
  mpz_t x, y, z;
  mpz_srcptr ax = mpz_roinit_n(x, (mp_srcptr)a, an), bx = mpz_roinit_n(y, (mp_srcptr)b, bn);
  GUARDED(-1, mpz_init(z); mpz_gcd(z, ax, bx); count = take(r, z));
  return count;
}

ptrdiff_t support_limbs_power(
    uint64_t *r, const uint64_t *base, ptrdiff_t bn, const uint64_t *exponent, ptrdiff_t en, const uint64_t *m, ptrdiff_t mn) {
  ptrdiff_t count;
  mpz_t x, y, w, z;
  mpz_srcptr bx = mpz_roinit_n(x, (mp_srcptr)base, bn), ex = mpz_roinit_n(y, (mp_srcptr)exponent, en), mx = mpz_roinit_n(w, (mp_srcptr)m, mn);
  GUARDED(-1, mpz_init(z); mpz_powm(z, bx, ex, mx); count = take(r, z));
  return count;
}

ptrdiff_t support_limbs_invert(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *m, ptrdiff_t mn) {
  ptrdiff_t count = 0;
  mpz_t x, w, z;
  mpz_srcptr ax = mpz_roinit_n(x, (mp_srcptr)a, an), mx = mpz_roinit_n(w, (mp_srcptr)m, mn);
  GUARDED(-1, mpz_init(z); if (mpz_invert(z, ax, mx)) count = take(r, z); else mpz_clear(z));
  return count;
}

ptrdiff_t support_limbs_to_digits(uint8_t *digits, int base, uint64_t *a, ptrdiff_t an) {
  ptrdiff_t count;
  GUARDED(-1, count = (ptrdiff_t)mpn_get_str(digits, base, (mp_ptr)a, an));
  return count;
}

ptrdiff_t support_limbs_from_digits(uint64_t *r, const uint8_t *digits, size_t count, int base) {
  ptrdiff_t limbs;
  GUARDED(-1, limbs = mpn_set_str((mp_ptr)r, digits, count, base));
  return limbs;
}
