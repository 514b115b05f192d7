(* ZERO-9: from zero weights and output biases, a step on a batch whose derivatives of the loss sum to zero changes no parameter; for any depth and
   hidden biases. *)
Require Import List Arith Lia Bool.
From Stillpoint Require Import Model.
From Stillpoint Require Zero Laws.
Import ListNotations.
Set Implicit Arguments.
Module Z0 := Zero.

Section Rest.
Variables Q Act : Type.
Variable zero : Q.
Variables add mul : Q -> Q -> Q.
Variable neg : Q -> Q.
Variable ratio : nat -> nat -> Q.
Variable sigma : Act -> Q -> Q.
Variable slope : Act -> Q -> Q -> Q.

(* laws of specs/theory *)
Hypothesis axiomAddZeroRight : forall q, add q zero = q.
Hypothesis axiomMulZeroLeft : forall q, mul zero q = zero.
Hypothesis axiomMulZeroRight : forall q, mul q zero = zero.
Hypothesis axiomDistribute : forall q r c, mul (add q r) c = add (mul q c) (mul r c).
Hypothesis axiomMulAssociative : forall a b c, mul a (mul b c) = mul (mul a b) c.

Notation at_ := (at_ zero).
Notation sumW := (sumW zero add mul sigma slope).
Notation sumB := (sumB zero add mul sigma slope).
Notation pre := (pre zero add mul sigma).
Notation isZeroVec := (Z0.isZeroVec zero).
Notation isZeroMat := (Z0.isZeroMat zero).
Notation zeroStack := (Z0.zeroStack zero).

Fixpoint total (c : Q) (g : nat -> Q) (n : nat) : Q := match n with 0 => zero | S m => add (total c g m) (mul c (g m)) end.
Lemma at_outer u v j i : at_ (row (outer zero mul u v) j) i = mul (at_ u j) (at_ v i).
Proof.
  rewrite row_outer. cases.
  - rewrite at_scaled. cases. rewrite (at_outside zero v) by lia. symmetry. apply axiomMulZeroRight.
  - rewrite at_nil, (at_outside zero u) by lia. symmetry. apply axiomMulZeroLeft.
Qed.
Lemma plusScaled_zero u c v : isZeroVec v -> plusScaled zero add mul u c v = u.
Proof.
  intros H. apply vec_ext with zero; [apply len_plusScaled|]. intros i L. rewrite len_plusScaled in L. rewrite at_plusScaled. cases.
  rewrite H, axiomMulZeroRight. apply axiomAddZeroRight.
Qed.
Lemma mPlusScaled_zero M c N : isZeroMat N -> mPlusScaled zero add mul M c N = M.
Proof.
  intros H. apply mat_ext; [apply rows_mPlusScaled|]. intros i L. rewrite rows_mPlusScaled in L. rewrite row_mPlusScaled. cases.
  apply plusScaled_zero. apply H.
Qed.

(* what each layer computes at zero weights does not depend on the sample *)
Lemma pre_same W B F x y l : zeroStack W -> pre W B F x l = pre W B F y l.
Proof.
  intros H. unfold Model.pre. apply vec_ext with zero; rewrite !len_affine; [reflexivity|]. intros i L. rewrite !at_affine.
  rewrite !Z0.zero_dotp_left by (assumption || apply H). reflexivity.
Qed.
Lemma pre_zero W B F x l : zeroStack W -> isZeroVec (row B l) -> pre W B F x l = zeroVec zero (rows (layer W l)).
Proof.
  intros H HB. apply vec_ext with zero; [rewrite len_pre, len_zeroVec; reflexivity|]. intros i L. rewrite at_zeroVec.
  apply Z0.zero_affine; try assumption. apply H.
Qed.

Section Sum.
Variable W : Stack Q.
Variable B : Mat Q.
Variable F : Funs Act.
Variable kappa : Q.
Variable loss : Loss Q.
Variables X Y : Mat Q.
Variable c : Q.
Hypothesis deep : depth W >= 2.
Hypothesis zeros : zeroStack W.
Hypothesis biases : rows B = depth W.
Notation top := (depth W - 1).
Hypothesis output : isZeroVec (row B top).

Definition pull (j k : nat) : Q := at_ (loss (zeroVec zero (rows (layer W top))) (row Y k)) j.
Definition entering : Vec Q := activated zero sigma (F (top - 1)) (pre W B F [] (top - 1)).
Lemma entering_top x : layerIn zero sigma F x (zs zero add mul sigma W B F x) top = entering.
Proof.
  unfold entering. destruct top as [|h] eqn:E; [lia|]. simpl. rewrite row_zs. cases. rewrite Nat.sub_0_r.
  rewrite (@pre_same W B F x [] h zeros). reflexivity.
Qed.
Lemma lossGrad_rest x y : lossGrad zero add mul sigma W B F loss x y = loss (zeroVec zero (rows (layer W top))) y.
Proof. unfold lossGrad. rewrite pre_zero by assumption. reflexivity. Qed.

Lemma hidden_sumW n l : l < top -> isZeroMat (layer (sumW W B F kappa loss X Y c n) l).
Proof.
  intros L. induction n as [|n IH]; simpl.
  - rewrite layer_sZeros. cases. apply Z0.zero_mZeros.
  - rewrite layer_sPlusScaled, depth_sumW. cases. apply Z0.zero_mPlusScaled; try assumption.
    unfold sampleW. rewrite layer_wGrad. cases. apply Z0.zero_outer_left; [assumption|]. apply Z0.zero_delta; assumption.
Qed.
Lemma top_sumW n j i : j < rows (layer W top) -> i < len (row (layer W top) j) ->
  at_ (row (layer (sumW W B F kappa loss X Y c n) top) j) i = mul (total c (pull j) n) (at_ entering i).
Proof.
  intros Lj Li. induction n as [|n IH]; simpl.
  - rewrite layer_sZeros. cases. rewrite row_mZeros. cases. rewrite at_zeroVec. symmetry. apply axiomMulZeroLeft.
  - destruct (Laws.shape_sumW zero add mul sigma slope W B F kappa loss X Y c n) as [SD SS].
    destruct (SS top) as [SR SL]; [lia|]. specialize (SL j).
    rewrite layer_sPlusScaled, depth_sumW. cases. rewrite row_mPlusScaled. cases. rewrite at_plusScaled. cases.
    rewrite IH. unfold sampleW. rewrite layer_wGrad. cases. rewrite at_outer, delta_last, entering_top, lossGrad_rest by lia.
    rewrite axiomMulAssociative, axiomDistribute. reflexivity.
Qed.
Lemma hidden_sumB n l : l < top -> isZeroVec (row (sumB W B F kappa loss X Y c n) l).
Proof.
  intros L.
  assert (rowsZero : Z0.zeroRows zero (sumB W B F kappa loss X Y c n) top).
  { induction n as [|n IH]; simpl; [intros k _; apply Z0.zero_mZeros|].
    apply Z0.zero_rowsPlusScaled; try assumption. apply Z0.zero_bGrad; try assumption. reflexivity. }
  apply rowsZero. assumption.
Qed.
Lemma top_sumB n j : j < len (row B top) -> at_ (row (sumB W B F kappa loss X Y c n) top) j = total c (pull j) n.
Proof.
  intros Lj. induction n as [|n IH]; simpl.
  - rewrite row_mZeros. cases. apply at_zeroVec.
  - destruct (Laws.shape_sumB zero add mul sigma slope W B F kappa loss X Y c n) as [BD BS]. specialize (BS top).
    rewrite row_mPlusScaled. cases. rewrite at_plusScaled. cases. rewrite IH. unfold sampleB. rewrite row_bGrad. cases.
    unfold biasGrad. cases. rewrite delta_last, lossGrad_rest by lia. reflexivity.
Qed.

Lemma rest_sum n : (forall j, total c (pull j) n = zero) ->
  zeroStack (sumW W B F kappa loss X Y c n) /\ isZeroMat (sumB W B F kappa loss X Y c n).
Proof.
  intros balanced. destruct (Laws.shape_sumW zero add mul sigma slope W B F kappa loss X Y c n) as [SD SS].
  destruct (Laws.shape_sumB zero add mul sigma slope W B F kappa loss X Y c n) as [BD BS]. split.
  - intros l. destruct (Nat.lt_trichotomy l top) as [below | [last | above]]; [apply hidden_sumW; assumption | |].
    + subst l. destruct (SS top) as [SR SL]; [lia|]. intros j i. destruct (Nat.lt_ge_cases j (rows (layer W top))) as [Lj | Lj].
      * specialize (SL j). destruct (Nat.lt_ge_cases i (len (row (layer W top) j))) as [Li | Li]; [|apply at_outside; lia].
        rewrite top_sumW, balanced by assumption. apply axiomMulZeroLeft.
      * rewrite row_outside by lia. apply at_nil.
    + intros j. rewrite layer_outside by lia. rewrite row_nil. apply Z0.zero_nil.
  - intros l. destruct (Nat.lt_trichotomy l top) as [below | [last | above]]; [apply hidden_sumB; assumption | |].
    + subst l. intros j. specialize (BS top). destruct (Nat.lt_ge_cases j (len (row B top))) as [Lj | Lj]; [|apply at_outside; lia].
      rewrite top_sumB by assumption. apply balanced.
    + rewrite row_outside by lia. apply Z0.zero_nil.
Qed.
End Sum.

(* weights, velocities and the output bias are zero *)
Definition atRest (t : Sta Q) :=
  depth (stW t) >= 2 /\ rows (stB t) = depth (stW t) /\ zeroStack (stW t) /\ zeroStack (stVW t) /\ isZeroMat (stVB t)
  /\ isZeroVec (row (stB t) (depth (stW t) - 1)).
Lemma rest_updated t GW GB rate momentum decay : atRest t -> zeroStack GW -> isZeroMat GB ->
  atRest (updated zero add mul neg t GW GB rate momentum decay) /\ stB (updated zero add mul neg t GW GB rate momentum decay) = stB t
  /\ depth (stW (updated zero add mul neg t GW GB rate momentum decay)) = depth (stW t)
  /\ rows (layer (stW (updated zero add mul neg t GW GB rate momentum decay)) (depth (stW t) - 1)) = rows (layer (stW t) (depth (stW t) - 1)).
Proof.
  intros (D & R & W0 & V0 & VB0 & B0) GW0 GB0. unfold atRest, updated; simpl.
  assert (velocity : isZeroMat (mPlusScaled zero add mul GB momentum (stVB t))) by (apply Z0.zero_mPlusScaled; assumption).
  rewrite (@mPlusScaled_zero (stB t) (neg rate) _ velocity), depth_sPlusScaled, layer_sPlusScaled. cases.
  rewrite rows_mPlusScaled. repeat split; try assumption; repeat (apply Z0.zero_sPlusScaled || assumption).
Qed.
End Rest.
