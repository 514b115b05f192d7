(* SYM-1 and SYM-2: two equal units of a hidden layer have equal gradients, and stay equal. No law of arithmetic is assumed. *)
Require Import List Arith Lia Bool.
From Stillpoint Require Import Model.
Import ListNotations.
Set Implicit Arguments.

Section Symmetry.
Variables Q Act : Type.
Variable zero : Q.
Variables add mul : Q -> Q -> Q.
Variable neg : Q -> Q.
Variable ratio : nat -> nat -> Q.
Variable sigma : Act -> Q -> Q.
Variable slope : Act -> Q -> Q -> Q.

Notation at_ := (at_ zero).
Notation dotp := (dotp zero add mul).
Notation plusScaled := (plusScaled zero add mul).
Notation mPlusScaled := (mPlusScaled zero add mul).
Notation sPlusScaled := (sPlusScaled zero add mul).
Notation wGrad := (wGrad zero add mul sigma slope).
Notation bGrad := (bGrad zero add mul slope).
Notation zs := (zs zero add mul sigma).
Notation delta := (delta zero add mul slope).
Notation trained := (trained zero add mul neg ratio sigma slope).
Notation stepped := (stepped zero add mul neg ratio sigma slope).

Definition eqAt (v : Vec Q) i j := i < len v /\ j < len v /\ at_ v i = at_ v j.
Definition eqBias (v : Vec Q) i j := len v = 0 \/ eqAt v i j.
Definition eqRows (M : Mat Q) i j := i < rows M /\ j < rows M /\ row M i = row M j.
Definition eqCols (M : Mat Q) i j := forall k, k < rows M -> eqAt (row M k) i j.
Definition twinWeights (W : Stack Q) l i j := l < depth W - 1 /\ eqRows (layer W l) i j /\ eqCols (layer W (l + 1)) i j.
Definition twinBiases (B : Mat Q) l i j := eqBias (row B l) i j.
Definition twinState (t : Sta Q) l i j :=
  twinWeights (stW t) l i j /\ twinBiases (stB t) l i j /\ twinWeights (stVW t) l i j /\ twinBiases (stVB t) l i j.

(* sums *)
Lemma eqAt_plusScaled u c v i j : eqAt u i j -> at_ v i = at_ v j -> eqAt (plusScaled u c v) i j.
Proof.
  intros (Hi & Hj & E) Ev. unfold eqAt. rewrite len_plusScaled, !at_plusScaled. repeat split; try assumption.
  cases. rewrite E, Ev. reflexivity.
Qed.
Lemma eqCols_at M i j k : eqCols M i j -> at_ (row M k) i = at_ (row M k) j.
Proof.
  intros H. destruct (Nat.lt_ge_cases k (rows M)) as [L|L].
  - apply (H k L).
  - rewrite row_outside by assumption. rewrite !at_nil. reflexivity.
Qed.

Lemma eqRows_plusScaled M c N i j : eqRows M i j -> row N i = row N j -> eqRows (mPlusScaled M c N) i j.
Proof.
  intros (Hi & Hj & E) E2. unfold eqRows. rewrite rows_mPlusScaled, !row_mPlusScaled. cases.
  rewrite E, E2. auto.
Qed.
Lemma eqCols_plusScaled M c N i j : eqCols M i j -> eqCols N i j -> eqCols (mPlusScaled M c N) i j.
Proof.
  intros H H2 k L. rewrite rows_mPlusScaled in L. rewrite row_mPlusScaled. cases.
  apply eqAt_plusScaled; [apply H; assumption | apply eqCols_at; assumption].
Qed.
Lemma twinWeights_plusScaled S c T l i j : twinWeights S l i j -> twinWeights T l i j -> twinWeights (sPlusScaled S c T) l i j.
Proof.
  intros (Hl & R & C) (_ & (_ & _ & E2) & C2). unfold twinWeights. rewrite depth_sPlusScaled, !layer_sPlusScaled. cases.
  split; [assumption|]. split; [apply eqRows_plusScaled | apply eqCols_plusScaled]; assumption.
Qed.
Lemma eqBias_at v i j : eqBias v i j -> at_ v i = at_ v j.
Proof. intros [E|E]; [rewrite !at_outside by lia; reflexivity | apply E]. Qed.
Lemma eqBias_plusScaled u c v i j : eqBias u i j -> eqBias v i j -> eqBias (plusScaled u c v) i j.
Proof.
  intros [E|E] H; [left; rewrite len_plusScaled; assumption | right; apply eqAt_plusScaled; [assumption | apply eqBias_at; assumption]].
Qed.
Lemma twinBiases_plusScaled M c N l i j : twinBiases M l i j -> twinBiases N l i j -> twinBiases (mPlusScaled M c N) l i j.
Proof.
  unfold twinBiases. intros. rewrite row_mPlusScaled. cases; [apply eqBias_plusScaled; assumption | left; reflexivity].
Qed.
Lemma twinWeights_zeros S l i j : twinWeights S l i j -> twinWeights (sZeros zero S) l i j.
Proof.
  intros (Hl & (Hi & Hj & E) & C). unfold twinWeights. rewrite depth_sZeros, !layer_sZeros. cases. split; [assumption|]. split.
  - unfold eqRows. rewrite rows_mZeros, !row_mZeros. cases. rewrite E. auto.
  - intros k L. rewrite rows_mZeros in L. rewrite row_mZeros. cases. destruct (C k L) as (A & B & _).
    unfold eqAt. rewrite len_zeroVec, !at_zeroVec. auto.
Qed.
Lemma twinBiases_zeros B l i j : twinBiases B l i j -> twinBiases (mZeros zero B) l i j.
Proof.
  unfold twinBiases. intros H. rewrite row_mZeros. cases; [|left; reflexivity]. destruct H as [E|(A & A2 & _)]; [left | right].
  - rewrite len_zeroVec. assumption.
  - unfold eqAt. rewrite len_zeroVec, !at_zeroVec. auto.
Qed.

(* one sample *)
Lemma twins_pre W B F x l i j : twinWeights W l i j -> twinBiases B l i j -> eqAt (pre zero add mul sigma W B F x l) i j.
Proof.
  intros (_ & (Hi & Hj & E) & _) H. unfold eqAt, pre. rewrite len_affine, !at_affine. repeat split; try assumption.
  cases; rewrite E; [reflexivity|]. rewrite (eqBias_at H). reflexivity.
Qed.
Lemma twins_delta W F k z g l i j : twinWeights W l i j -> eqAt (row z l) i j -> eqAt (delta W F k z g l) i j.
Proof.
  intros (Hl & _ & C) (Hi & Hj & E). unfold eqAt. rewrite len_delta_hidden, !at_delta_hidden by assumption.
  repeat split; try assumption. cases. rewrite E. f_equal. apply dotp_ext; [|reflexivity].
  intros m _. rewrite !at_column. cases. apply C. assumption.
Qed.
(* SYM-1 for given pre-activations *)
Lemma twins_gradient W B F kappa x z g l i j :
  twinWeights W l i j -> twinBiases B l i j -> eqAt (row z l) i j ->
  twinWeights (wGrad W F kappa x z g) l i j /\ twinBiases (bGrad W B F kappa z g) l i j.
Proof.
  intros HW HB Hz. pose proof (twins_delta F kappa _ g HW Hz) as D. destruct HW as (Hl & _). destruct D as (Di & Dj & DE). split.
  - unfold twinWeights. rewrite depth_wGrad, !layer_wGrad. cases. split; [assumption|]. split.
    + unfold eqRows. rewrite rows_outer, !row_outer. cases. rewrite DE. auto.
    + intros k L. rewrite rows_outer in L. rewrite row_outer. cases. replace (l + 1) with (S l) by lia. simpl.
      destruct Hz as (Zi & Zj & ZE). unfold eqAt. rewrite len_scaled, !at_scaled, len_activated, !at_activated. cases. rewrite ZE. auto.
  - unfold twinBiases. rewrite row_bGrad. cases. unfold biasGrad. cases; [left; assumption | right; repeat split; assumption].
Qed.
Theorem SYM_1 W B F kappa x g l i j :
  twinWeights W l i j -> twinBiases B l i j ->
  twinWeights (wGrad W F kappa x (zs W B F x) g) l i j /\ twinBiases (bGrad W B F kappa (zs W B F x) g) l i j.
Proof.
  intros HW HB. apply twins_gradient; try assumption. rewrite row_zs. destruct HW as (Hl & HR). cases. apply twins_pre; [split|]; assumption.
Qed.

(* a batch, a step, a run *)
Lemma twins_sum W B F kappa loss X Y c n l i j :
  twinWeights W l i j -> twinBiases B l i j ->
  twinWeights (sumW zero add mul sigma slope W B F kappa loss X Y c n) l i j /\ twinBiases (sumB zero add mul sigma slope W B F kappa loss X Y c n) l i j.
Proof.
  intros HW HB. induction n as [|n [IW IB]]; simpl.
  - split; [apply twinWeights_zeros | apply twinBiases_zeros]; assumption.
  - unfold sampleW, sampleB. destruct (SYM_1 F kappa (row X n) (lossGrad zero add mul sigma W B F loss (row X n) (row Y n)) HW HB).
    split; [apply twinWeights_plusScaled | apply twinBiases_plusScaled]; assumption.
Qed.
Theorem SYM_2_step t F kappa loss X Y rate momentum decay l i j :
  twinState t l i j -> twinState (stepped t F kappa loss X Y rate momentum decay) l i j.
Proof.
  intros (HW & HB & HVW & HVB).
  destruct (twins_sum F kappa loss X Y (ratio 1 (rows X)) (rows X) HW HB) as [GW GB].
  unfold twinState, Model.stepped, updated, batchW, batchB; simpl.
  refine (conj _ (conj _ (conj _ _))); repeat (apply twinWeights_plusScaled || apply twinBiases_plusScaled); assumption.
Qed.
Theorem SYM_2 t F kappa loss XX YY rates momentum decay n l i j :
  twinState t l i j -> twinState (trained t F kappa loss XX YY rates momentum decay n) l i j.
Proof. intros H. induction n as [|n IH]; simpl; [assumption | apply SYM_2_step; assumption]. Qed.
End Symmetry.

